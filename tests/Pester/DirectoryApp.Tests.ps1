BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
}

Describe 'The whole application' {
    BeforeAll {
        $null = Connect-CloudAccount -Sandbox -Region us-west-2
        $wished = @{ Name = 'directory'; PhotosBucket = 'employee-photo-bucket-ab-907' }
        $before = Get-DirectoryAppPlan @wished
        $null = New-DirectoryApp @wished -WhatIf
        $afterWhatIf = Get-DirectoryApp
        $made = New-DirectoryApp @wished
    }

    AfterAll {
        $null = Disconnect-CloudAccount
    }

    It 'is planned as a list of resources, each with a reason and most with a price' {
        $before.Action | Sort-Object -Unique | Should -Be 'Create'
        $before.Why | Should -Not -BeNullOrEmpty
        ($before | Where-Object Type -EQ 'AWS::EC2::Subnet').Count | Should -Be 4
        ($before | Measure-Object HourlyCost -Sum).Sum | Should -BeGreaterThan 0.05
    }

    It 'is not made under -WhatIf' {
        $afterWhatIf | Should -BeNullOrEmpty
    }

    It 'is made over two zones and healthy' {
        $made.State | Should -Be 'Healthy'
        $made.Zones | Should -HaveCount 2
        $made.HealthyInstances | Should -Be 2
        $made.Source | Should -Be 'Sandbox'
    }

    It 'is kept as it is by the same command again' {
        (New-DirectoryApp @wished).Changes | Should -BeNullOrEmpty
        (Get-DirectoryAppPlan @wished).Action | Sort-Object -Unique | Should -Be 'Keep'
    }

    It 'reads at a glance' {
        $made | Out-String -Width 120 | Should -Match '(?m)^directory +Healthy +2/2 +us-west-2 +http://'
    }

    It 'completes its enumerated parameters' {
        (TabExpansion2 'New-DirectoryApp directory -NatGateway ').CompletionMatches.CompletionText | Should -Be @('None', 'PerZone', 'Single')
    }

    It 'refuses a bucket that could be shell, and names the parameter' {
        { New-DirectoryApp other 'x; rm -rf /' -ErrorAction Stop } | Should -Throw -ErrorId 'BucketNameInvalid*' -ExpectedMessage '-PhotosBucket*'
        Get-DirectoryApp | ForEach-Object Name | Should -Be 'directory'
    }

    It 'asks for nothing and removes nothing under -WhatIf' {
        Remove-DirectoryApp directory -IncludeData -WhatIf
        (Get-DirectoryApp directory).State | Should -Be 'Healthy'
    }

    It 'is removed with its data, and nothing is left' {
        $removed = Remove-DirectoryApp directory -IncludeData -Force
        $removed.IsGone | Should -BeTrue
        $removed.Kept | Should -BeNullOrEmpty
        Get-DirectoryApp | Should -BeNullOrEmpty
        (Get-DirectoryAppPlan @wished).Action | Sort-Object -Unique | Should -Be 'Create'
    }
}
