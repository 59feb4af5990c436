BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    $bucket = @{ PhotosBucket = 'employee-photo-bucket-ab-907' }
}

Describe 'Instances of the directory application on the sandbox account' {
    BeforeEach {
        $null = Connect-CloudAccount -Sandbox -Region us-west-2
        $ConfirmPreference = 'None'
    }

    AfterEach {
        $null = Disconnect-CloudAccount
    }

    It 'launches two, waits until they answer, and proves that they survive the loss of a zone' {
        $two = New-DirectoryAppInstance directory @bucket -Count 2 -CreateStorage -Wait

        $two | Should -HaveCount 2
        $two.State | Should -Be 'running', 'running'
        $two.Health | Should -Be '200 OK', '200 OK'
        ($two | Test-ZoneResilience).Survives | Should -BeTrue
        $two[0].PSObject.TypeNames | Should -Contain 'CloudEssentials.DirectoryApp.DirectoryAppInstance'
    }

    It 'launches nothing twice' {
        $two = New-DirectoryAppInstance directory @bucket -Count 2 -WarningAction Ignore

        $again = New-DirectoryAppInstance directory @bucket -Count 2 -WarningAction Ignore
        $three = New-DirectoryAppInstance directory @bucket -Count 3 -WarningAction Ignore

        $again.InstanceId | Should -Be $two.InstanceId
        $three | Should -HaveCount 3
    }

    It 'lists everything with its price under -WhatIf, and makes nothing' {
        $shell = [powershell]::Create([System.Management.Automation.RunspaceMode]::NewRunspace)
        try {
            $null = $shell.AddScript({
                    param($manifest)
                    Import-Module $manifest
                    $null = Connect-CloudAccount -Sandbox -Region us-west-2
                    Start-Transcript -Path ($path = New-TemporaryFile) | Out-Null
                    New-DirectoryAppInstance directory -PhotosBucket employee-photo-bucket-ab-907 -CreateStorage -WhatIf
                    Stop-Transcript | Out-Null
                    Get-Content $path -Raw
                    Remove-Item $path
                    Get-DirectoryAppInstance
                }).AddArgument((Get-Module CloudEssentials).Path)
            $said = $shell.Invoke() | Out-String
        }
        finally {
            $shell.Dispose()
        }

        $said | Should -Match 'Create the role'
        $said | Should -Match 'Create the security group'
        $said | Should -Match 'Create the bucket'
        $said | Should -Match 't3.micro in us-west-2[a-d], 0\.0\d+ USD an hour'
        $said | Should -Not -Match ' i-[0-9a-f]{17}'
    }

    It 'pipes to Stop, Start and Remove, and leaves nothing behind' {
        $made = New-DirectoryAppInstance directory @bucket -CreateStorage -Wait

        $stopped = $made | Stop-DirectoryAppInstance -Wait
        $started = $stopped | Start-DirectoryAppInstance
        $removed = Get-DirectoryAppInstance directory | Remove-DirectoryAppInstance -IncludeData -Force

        $stopped.State | Should -Be 'stopped'
        $stopped.Url | Should -BeNullOrEmpty
        $started.Health | Should -Be '200 OK'
        $removed.State | Should -Be 'terminated'
        Get-DirectoryAppInstance | Should -BeNullOrEmpty
        { Remove-DirectoryAppInstance directory -Force -ErrorAction Stop } | Should -Not -Throw
    }

    It 'refuses a bucket that would become shell' {
        { New-DirectoryAppInstance directory -PhotosBucket 'x; rm -rf /' } | Should -Throw -ErrorId 'BucketNameInvalid*'

        Get-DirectoryAppInstance | Should -BeNullOrEmpty
    }

    It 'asks before it removes' {
        (Get-Command Remove-DirectoryAppInstance).ScriptBlock | Should -BeNullOrEmpty
        $attribute = [CloudEssentials.Module.DirectoryApp.RemoveDirectoryAppInstanceCommand].GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)
        $attribute.ConfirmImpact | Should -Be 'High'
    }

    It 'binds to cmdlets that take an instance by its id' {
        function Get-Id {
            param([Parameter(ValueFromPipelineByPropertyName)] [string[]] $InstanceId, [Parameter(ValueFromPipelineByPropertyName)] [string] $Region)
            process { "$InstanceId in $Region" }
        }
        $made = New-DirectoryAppInstance directory @bucket -WarningAction Ignore

        $made | Get-Id | Should -Be "$($made.InstanceId) in us-west-2"
    }

    It 'completes names, ids and subnets with what there is' {
        $made = New-DirectoryAppInstance directory @bucket -WarningAction Ignore
        function Complete($line) { ([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText }

        Complete 'Stop-DirectoryAppInstance dir' | Should -Be 'directory'
        Complete 'Stop-DirectoryAppInstance -InstanceId i-' | Should -Be $made.InstanceId
        Complete 'New-DirectoryAppInstance -SubnetId subnet-' | Should -Contain $made.SubnetId
    }

    It 'shows itself at a glance' {
        $made = New-DirectoryAppInstance directory @bucket -CreateStorage -Wait

        $lines = ($made | Out-String -Width 120).Trim() -split "`n"
        $lines[0] | Should -Match '^Name\s+Instance\s+State\s+Zone\s+Health\s+Url'
        $lines[2] | Should -Match "^directory\s+$($made.InstanceId)\s+running\s+us-west-2"
    }
}
