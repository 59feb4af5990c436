BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
}

Describe 'People and programs on the sandbox account' {
    BeforeEach {
        $null = Connect-CloudAccount -Sandbox
        $ConfirmPreference = 'None'
    }

    AfterEach {
        $null = Disconnect-CloudAccount
    }

    It 'takes a developer in, with MFA required, and makes an auditor of her' {
        'Developer', 'SecurityAuditor' | New-JobFunctionGroup | Should -HaveCount 2

        $ana = New-TeamMember ana Developers
        $move = $ana | Move-TeamMember -From Developers -To SecurityAuditors

        $ana.MfaRequiredBy | Should -Be 'Developers'
        $move.Group | Should -Be 'SecurityAuditors'
    }

    It 'shows a secret to who asks for it by name, and in no view, text or stream' {
        $null = New-JobFunctionGroup Developer
        $all = New-TeamMember ana Developers -Console -Programmatic -Verbose -Debug *>&1
        $ana = $all | Where-Object { $_ -is [CloudEssentials.Accounts.TeamMember] }
        $keys = Get-TemporaryCredential
        $shown = @(
            $all | Out-String -Width 500
            $ana | Format-Table | Out-String -Width 500
            $keys | Out-String -Width 500
            $keys | Format-Table | Out-String -Width 500
            "$ana $keys"
        ) -join "`n"

        $ana.InitialPassword.Length | Should -BeGreaterOrEqual 20
        foreach ($secret in $ana.InitialPassword, $ana.SecretAccessKey, $keys.SecretKey, $keys.SessionToken) {
            $shown.Contains($secret) | Should -BeFalse
        }
    }

    It 'makes nothing under -WhatIf' {
        New-JobFunctionGroup Developer -WhatIf | Should -BeNullOrEmpty
        New-WorkloadRole app ec2.amazonaws.com -Task WriteOnlyBackup -TaskParameter @{ Bucket = 'backups' } -WhatIf | Should -BeNullOrEmpty
        Set-AccountPasswordPolicy -Preset CIS -WhatIf | Should -BeNullOrEmpty

        { New-TeamMember ana Developers } | Should -Throw -ErrorId 'GroupMissing*'
        (Get-AccountPasswordPolicy).IsDefault | Should -BeTrue
    }

    It 'lets a password fall that only seems good' {
        $verdict = [System.Net.NetworkCredential]::new('', 'IloveCats222').SecurePassword | Test-AccountPassword -UserName ana

        $verdict.MeetsPolicy | Should -BeTrue
        $verdict.IsAccepted | Should -BeFalse
    }

    It 'saves the QR code of a device where there was no file' {
        $null = New-JobFunctionGroup Developer
        $null = New-TeamMember ana Developers
        $path = Join-Path $TestDrive 'ana.png'

        $device = New-VirtualMfaDevice ana -Path $path -SkipEnable -WarningAction SilentlyContinue

        $device.Kind | Should -Be 'Virtual'
        (Get-Item $path).Length | Should -BeGreaterThan 500
        (Get-MfaDevice).IsAssigned | Should -BeFalse
    }

    It 'gives keys that bind down the pipeline and splat' {
        $keys = Get-TemporaryCredential -DurationSeconds 900
        $table = $keys.ToSplat()

        ($keys | Get-CloudAccount).Arn | Should -Be (Get-CloudAccount @table).Arn
        { Get-TemporaryCredential -DurationSeconds 7200 } | Should -Throw -ErrorId 'SessionDurationInvalid*'
    }

    It 'takes a policy for a role from the pipeline, lines of a file among them' {
        $path = Join-Path $TestDrive 'policy.json'
        New-LeastPrivilegePolicy -Action s3:GetObject -Resource 'arn:aws:s3:::photos/*' | Set-Content $path

        $role = Get-Content $path | New-WorkloadRole reader lambda.amazonaws.com

        $role.Policy.ToString() | Should -BeLike '*arn:aws:s3:::photos/[*]*'
        New-WorkloadRole reader lambda.amazonaws.com -Policy (Get-Item $path) | ForEach-Object Change | Should -BeNullOrEmpty
    }

    It 'tells who does what of a service' {
        (Get-SharedResponsibility ec2).Category | Should -Be 'Infrastructure'
        (Get-SharedResponsibility s3, rds).Category | Should -Be 'Abstracted', 'Container'
    }

    It 'has the topic <_>' -ForEach 'about_RootUser', 'about_LeastPrivilege', 'about_Mfa', 'about_Federation', 'about_RolesAndSessions', 'about_AuthenticationAndAuthorization' {
        Get-Help $_ | Should -BeLike "*TOPIC*$_*SHORT DESCRIPTION*LONG DESCRIPTION*"
    }
}
