BeforeAll {
    . (Join-Path $PSScriptRoot FakeSts.ps1)
    $manifest = (Resolve-Path ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))).Path
    Import-Module $manifest
    $sts = Enter-FakeTokenService

    # The tests are a user without profiles, and without what the machine's environment says of AWS.
    $saved = @{}
    foreach ($variable in Get-ChildItem env:AWS_*) { $saved[$variable.Name] = $variable.Value; Remove-Item "env:$($variable.Name)" }
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
    $env:AWS_CONFIG_FILE = Join-Path $TestDrive config
    $keys = @{ AccessKey = 'me'; SecretKey = 'hush-hush'; EndpointUrl = $sts.Url }
}

AfterAll {
    Disconnect-CloudAccount
    Exit-FakeTokenService $sts
    Remove-Item env:AWS_EC2_METADATA_DISABLED, env:AWS_SHARED_CREDENTIALS_FILE, env:AWS_CONFIG_FILE
    foreach ($name in $saved.Keys) { Set-Item "env:$name" $saved[$name] }
}

Describe 'Connect-CloudAccount' {
    AfterEach {
        Disconnect-CloudAccount
    }

    It 'returns the account and keeps it for what follows' {
        $account = Connect-CloudAccount @keys -Region eu-west-1

        $account.AccountId | Should -Be '111122223333'
        (Get-CloudAccount).Region | Should -Be 'eu-west-1'
        (Get-CloudAccount).CredentialSource | Should -Be 'the keys given'
    }

    It 'knows the parameters of AWS.Tools by their aliases' {
        (Connect-CloudAccount -AK me -SK hush-hush -EndpointUrl $sts.Url -RegionToCall eu-west-2).Region | Should -Be 'eu-west-2'
    }

    It 'assumes a role' {
        $account = Connect-CloudAccount @keys -RoleArn arn:aws:iam::111122223333:role/Auditor -ExternalId partner -MfaSerial arn:aws:iam::111122223333:mfa/me -MfaCode 123456

        $account.Arn | Should -BeLike '*/ROLE'
        $account.CredentialSource | Should -BeLike 'role arn:aws:iam::111122223333:role/Auditor*'
    }

    It 'reads profiles, whose variable may change within a session' {
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE "[dev]`naws_access_key_id = dev`naws_secret_access_key = hush-hush"
        Set-Content $env:AWS_CONFIG_FILE "[profile dev]`nregion = eu-north-1"

        $account = Connect-CloudAccount -ProfileName dev -EndpointUrl $sts.Url

        $account.Arn | Should -BeLike '*/dev'
        $account.Region | Should -Be 'eu-north-1'
        $refusal = { Connect-CloudAccount -ProfileName deev } | Should -Throw -ErrorId 'ProfileNotFound,*' -PassThru
        "$refusal" | Should -BeLike "*Did you mean 'dev'?*"
        Remove-Item $env:AWS_SHARED_CREDENTIALS_FILE, $env:AWS_CONFIG_FILE
    }

    It 'refuses half a key pair, an unknown Region, a malformed endpoint' {
        { Connect-CloudAccount -AccessKey me } | Should -Throw -ErrorId 'KeyPairIncomplete,*'
        $refusal = { Connect-CloudAccount -AccessKey a -SecretKey b -Region eu-wst-1 } | Should -Throw -ErrorId 'RegionUnknown,*' -PassThru
        "$refusal" | Should -BeLike '*Did you mean eu-west-1?*'
        { Connect-CloudAccount -AccessKey a -SecretKey b -EndpointUrl nowhere } | Should -Throw -ErrorId 'EndpointUrlInvalid,*'
    }

    It 'tells an endpoint that is not there, and how long it tried' {
        { Connect-CloudAccount -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:1 } | Should -Throw -ErrorId 'EndpointUnreachable,*' -ExpectedMessage '*http://127.0.0.1:1*Gave up after*'
    }

    It 'connects to a sandbox that needs no account' {
        $account = Connect-CloudAccount -Sandbox

        $account.IsSandbox | Should -BeTrue
        (Get-CloudAccount -Region eu-west-1).Source | Should -Be 'Sandbox'
    }

    It 'keeps a sandbox in a file, for other runspaces and other shells' {
        $path = Join-Path $TestDrive sandbox.json
        Push-Location $TestDrive
        $account = Connect-CloudAccount -SandboxPath sandbox.json
        Pop-Location

        $path | Should -Exist
        $there = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Get-CloudAccount -Connection $using:account
        }
        $there.AccountId | Should -Be @($account.AccountId, $account.AccountId)
        $elsewhere = & (Get-Process -Id $PID).Path -NoProfile -Command "`$env:CLOUDESSENTIALS_SANDBOX = '$path'; Import-Module '$manifest'; (Get-CloudAccount).CredentialSource"
        $elsewhere | Should -BeLike '*sandbox.json'
    }

    It 'shows no secret, however one looks' {
        $text = & {
            Connect-CloudAccount @keys -SessionToken token-hush -RoleArn arn:aws:iam::111122223333:role/Auditor -Verbose -Debug
            Get-CloudAccount -Verbose
        } *>&1 | ForEach-Object { $_ | Format-List * -Force; "$_" } | Out-String -Width 4096

        $text | Should -Match '111122223333'
        $text | Should -Not -Match 'hush'
    }
}

Describe 'Get-CloudAccount' {
    It 'says that there are no credentials' {
        { Get-CloudAccount } | Should -Throw -ErrorId 'NoCredentials,*'
    }

    It 'gives a connection that other runspaces can use' {
        $account = Get-CloudAccount @keys -Region eu-west-3

        $there = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Get-CloudAccount -Connection $using:account
        }

        $there.Region | Should -Be (@('eu-west-3') * 3)
        $there.AccountId | Should -Be (@('111122223333') * 3)
    }

    It 'connects no other runspace by connecting this one' {
        Connect-CloudAccount @keys

        $there = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            try { Get-CloudAccount } catch { $_.FullyQualifiedErrorId }
        }

        $there | Should -BeLike 'NoCredentials,*'
        Disconnect-CloudAccount
    }

    It 'shows who, where and how in a table of one line' {
        $table = Get-CloudAccount @keys -Region eu-west-1 | Format-Table | Out-String -Width 120 -Stream | Where-Object { $_ }

        $table.Count | Should -Be 3
        $table[2] | Should -Match '^111122223333\s+user/me\s+eu-west-1\s+AWS\s+the keys given'
    }
}

Describe 'Ctrl+C' {
    It 'ends a call in its middle within a second' {
        $silent = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $silent.Start()
        $shell = [powershell]::Create().AddScript({
                param($manifest, $port)
                Import-Module $manifest
                Get-CloudAccount -AccessKey a -SecretKey b -EndpointUrl "http://127.0.0.1:$port"
            }).AddArgument($manifest).AddArgument($silent.LocalEndpoint.Port)
        $running = $shell.BeginInvoke()
        Start-Sleep -Milliseconds 1500
        $running.IsCompleted | Should -BeFalse

        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 1.5
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
        $silent.Stop()
    }
}

Describe 'Completion of -ProfileName' {
    It 'offers the profiles, of another file too' {
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE "[dev]`naws_access_key_id = a`naws_secret_access_key = s`n[my own]`naws_access_key_id = a`naws_secret_access_key = s"
        $other = Join-Path $TestDrive other
        Set-Content $other "[elsewhere]`naws_access_key_id = a`naws_secret_access_key = s"
        $complete = { param($line) (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText }

        & $complete 'Get-CloudAccount -ProfileName d' | Should -Be 'dev'
        & $complete 'Get-CloudAccount -ProfileName m' | Should -Be "'my own'"
        & $complete "Get-CloudAccount -ProfileLocation '$other' -ProfileName e" | Should -Be 'elsewhere'
        Remove-Item $env:AWS_SHARED_CREDENTIALS_FILE
    }
}

Describe 'Disconnect-CloudAccount' {
    It 'forgets the connection, and returns it when asked' {
        Connect-CloudAccount @keys

        (Disconnect-CloudAccount -PassThru).AccountId | Should -Be '111122223333'
        { Get-CloudAccount } | Should -Throw -ErrorId 'NoCredentials,*'
    }
}
