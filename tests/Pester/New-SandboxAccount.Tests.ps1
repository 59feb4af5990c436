BeforeAll {
    Import-Module "$PSScriptRoot/../../CloudEssentials.psd1" -Force
}

Describe 'New-SandboxAccount' {
    It 'makes an account that other commands open' {
        $made = New-SandboxAccount "$TestDrive/messy.json" Messy

        $made.UserCount | Should -Be 11
        $made.Source | Should -Be 'Sandbox'
        (Connect-CloudAccount -SandboxPath $made.SandboxPath).AccountId | Should -Be $made.AccountId
        Disconnect-CloudAccount
    }

    It 'keeps a file that is there, unless it may not' {
        New-SandboxAccount "$TestDrive/kept.json" | Out-Null

        { New-SandboxAccount "$TestDrive/kept.json" -ErrorAction Stop } | Should -Throw -ErrorId 'SandboxPathExists*'
        (New-SandboxAccount "$TestDrive/kept.json" SmallCompany -Force).UserCount | Should -Be 7
    }

    It 'makes nothing with -WhatIf' {
        New-SandboxAccount "$TestDrive/none.json" Enterprise -WhatIf

        "$TestDrive/none.json" | Should -Not -Exist
    }
}
