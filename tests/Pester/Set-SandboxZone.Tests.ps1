BeforeAll {
    Import-Module "$PSScriptRoot/../../CloudEssentials.psd1" -Force
}

Describe 'Set-SandboxZone' {
    It 'fails zones of a file, by name or id from the pipeline, and mends them' {
        $path = "$TestDrive/zones.json"
        $failed = 'us-east-1a', 'use1-az1' | Set-SandboxZone -State Impaired -SandboxPath $path

        $failed.Zone | Should -Be 'us-east-1a', 'us-east-1b'
        $failed.State | Should -Be 'Impaired', 'Impaired'
        (Set-SandboxZone us-east-1a Available -SandboxPath $path).ImpairedSince | Should -BeNullOrEmpty
    }

    It 'fails nothing with -WhatIf' {
        Set-SandboxZone us-east-1a Impaired -SandboxPath "$TestDrive/none.json" -WhatIf | Should -BeNullOrEmpty
    }

    It 'names a zone that does not exist, and goes on' {
        $set = Set-SandboxZone us-east-1z, us-east-1c Impaired -SandboxPath "$TestDrive/more.json" -ErrorVariable missing -ErrorAction SilentlyContinue

        $missing[0].FullyQualifiedErrorId | Should -BeLike 'SandboxZoneUnknown*'
        $set.Zone | Should -Be 'us-east-1c'
    }

    It 'wants a sandbox' {
        Disconnect-CloudAccount -ErrorAction SilentlyContinue
        { Set-SandboxZone us-east-1a Impaired -ErrorAction Stop } | Should -Throw -ErrorId 'SandboxNotConnected*'
    }
}
