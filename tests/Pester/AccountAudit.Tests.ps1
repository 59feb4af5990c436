BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    $null = Connect-CloudAccount -Sandbox
}

AfterAll {
    $null = Disconnect-CloudAccount
}

Describe 'Test-AccountBaseline' {
    It 'shows status, severity, check, subject and reason at a glance' {
        $table = Test-AccountBaseline -Check SupportRole | Out-String -Width 120
        $table | Should -Match 'Status\s+Severity\s+Check\s+Subject\s+Reason'
        $table | Should -Match 'Fail\s+Low\s+SupportRole\s+\d{12}\s+When something breaks'
    }

    It 'takes <Control> and gives <Check>' -ForEach @(
        @{ Control = 'CIS-2.8'; Check = 'PasswordLength' }
        @{ Control = 'IAM.9'; Check = 'RootMfa' }
    ) {
        (Test-AccountBaseline -Control $Control).Check | Should -Be $Check
    }

    It 'chooses by severity' {
        (Test-AccountBaseline -Severity Critical).Severity | Sort-Object -Unique | Should -Be 'Critical'
    }

    It 'takes a saved account from the pipeline, and says of the rest that it is not known' {
        $findings = Get-AccountAuthorization | Test-AccountBaseline
        ($findings | Where-Object Check -EQ EmptyGroup).Status | Should -Be 'Pass'
        ($findings | Where-Object Check -EQ PasswordLength).Status | Should -Be 'Unknown'
    }

    It 'names what a control is called when it does not know one' {
        $null = Test-AccountBaseline -Control CIS-9.9 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'CheckUnknown*'
    }
}

Describe 'Test-RootUserSecurity' {
    It 'works from a saved report' {
        $file = Join-Path $TestDrive report.csv
        'user,arn,mfa_active,access_key_1_active', '<root_account>,arn:aws:iam::123456789012:root,false,true' | Set-Content $file
        $findings = Test-RootUserSecurity -CredentialReport $file
        ($findings | Where-Object Check -EQ RootAccessKey).Status | Should -Be 'Fail'
        ($findings | Where-Object Check -EQ RootAccessKey).Subject | Should -Be '123456789012'
    }

    It 'says where a report breaks off' {
        $file = Join-Path $TestDrive half.csv
        'user,arn,mfa_active', '<root_account>,arn:aws:ia' | Set-Content $file
        { Test-RootUserSecurity -CredentialReport $file } | Should -Throw '*breaks off*' -ErrorId 'CredentialReportInvalid*'
    }
}

Describe 'Remove-RootUserCredential' {
    It 'tells what it would do, and does nothing' {
        Remove-RootUserCredential 111122223333 -WhatIf | Should -BeNullOrEmpty
    }

    It 'does not take what is no account' {
        { Remove-RootUserCredential 12 -Force -ErrorAction Stop } | Should -Throw -ErrorId 'AccountIdInvalid*'
    }
}

Describe 'Export-AccountReport' {
    It 'writes <_>' -ForEach 'html', 'csv', 'json' {
        $file = Join-Path $TestDrive "report.$_"
        $written = Test-AccountBaseline | Export-AccountReport $file
        $written.Path | Should -Be $file
        (Get-Item $file).Length | Should -BeGreaterThan 2000
        @(Get-ChildItem $TestDrive -Filter *.part) | Should -HaveCount 0
    }

    It 'says which kinds there are' {
        { Test-AccountBaseline -Check SupportRole | Export-AccountReport (Join-Path $TestDrive report.pdf) } | Should -Throw -ErrorId 'ReportKindUnknown*'
    }
}

Describe 'Get-RootUserTask' {
    It 'names the task policy where a root session does it' {
        (Get-RootUserTask bucket | Where-Object TaskPolicy).TaskPolicy | Should -Be 'S3UnlockBucketPolicy'
    }
}
