BeforeDiscovery {
    $manifest = $env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1')
    Import-Module $manifest
    $cmdlets = Get-Command -Module CloudEssentials | ForEach-Object { @{ Name = $_.Name } }
}

Describe 'Help of <Name>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $Name -Full
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $parameters = (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common }
    }

    It 'comes from its page, not from its syntax alone' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeLike "*$Name*``[*"
        ($help.Description | Out-String).Trim() | Should -Not -BeNullOrEmpty
    }

    It 'shows an example with code' {
        @($help.Examples.Example).Count | Should -BeGreaterThan 0
        foreach ($example in $help.Examples.Example) {
            $example.Code | Should -Not -BeNullOrEmpty -Because $example.Title
        }
    }

    It 'describes every parameter' {
        foreach ($parameter in $parameters) {
            $page = Get-Help $Name -Parameter $parameter
            ($page.Description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$parameter needs words"
        }
    }

    It 'says what it gives' {
        (Get-Command $Name).OutputType | Should -Not -BeNullOrEmpty
    }
}

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        { Test-ModuleManifest ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1')) -ErrorAction Stop } | Should -Not -Throw
    }

    It 'exports approved verbs alone' {
        $approved = (Get-Verb).Verb
        Get-Command -Module CloudEssentials | Where-Object Verb -NotIn $approved | Should -BeNullOrEmpty
    }

    It 'explains itself in about_CloudEssentials' {
        # PowerShell looks for topics along the module path.
        $folder = (Get-Module CloudEssentials).ModuleBase
        Join-Path $folder en-US/about_CloudEssentials.help.txt | Should -Exist
    }
}
