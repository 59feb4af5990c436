BeforeDiscovery {
    $older = Join-Path $PSScriptRoot '../OlderAwsSdk/bin'
    $missing = -not (Test-Path (Join-Path $older 'AWSSDK.SecurityToken.dll'))
    if ($missing) { Write-Warning 'Isolation from an older AWS SDK is left out: tests/OlderAwsSdk is not built.' }
}

BeforeAll {
    . (Join-Path $PSScriptRoot FakeSts.ps1)
    $manifest = (Resolve-Path ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))).Path
    $older = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../OlderAwsSdk/bin'))
    $sts = Enter-FakeTokenService

    # Each case needs a process that has loaded nothing yet.
    function Invoke-Fresh([string]$Script) {
        $preamble = @"
`$ErrorActionPreference = 'Stop'
`$url = '$($sts.Url)'
function Import-Ours { Import-Module '$manifest' }
function Import-Older { Add-Type -Path '$older/AWSSDK.Core.dll'; Add-Type -Path '$older/AWSSDK.SecurityToken.dll' }
function Get-Ours { Get-CloudAccount -AccessKey ours -SecretKey s -EndpointUrl `$url }
function Get-Older {
    `$config = [Amazon.SecurityToken.AmazonSecurityTokenServiceConfig]@{ ServiceURL = `$url }
    `$client = [Amazon.SecurityToken.AmazonSecurityTokenServiceClient]::new([Amazon.Runtime.BasicAWSCredentials]::new('older', 's'), `$config)
    `$client.GetCallerIdentityAsync([Amazon.SecurityToken.Model.GetCallerIdentityRequest]::new()).GetAwaiter().GetResult()
}
function Get-Versions {
    [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'AWSSDK.Core' } | ForEach-Object {
        '{0}={1}' -f [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name, [System.Diagnostics.FileVersionInfo]::GetVersionInfo(`$_.Location).FileVersion
    }
}
"@
        $output = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "$preamble`n$Script" 2>&1
        if ($LASTEXITCODE -ne 0) { throw "The shell ended with $LASTEXITCODE`: $($output -join "`n")" }
        @($output | ForEach-Object { "$_" })
    }
}

AfterAll {
    Exit-FakeTokenService $sts
}

Describe 'An older AWS SDK in the same session' -Skip:$missing {
    It 'does no harm when it was there first' {
        $output = Invoke-Fresh 'Import-Older; $o = Get-Older; Import-Ours; (Get-Ours).Arn; (Get-Older).Arn; Get-Versions'

        $output | Should -Contain 'arn:aws:iam::111122223333:user/ours'
        $output | Should -Contain 'arn:aws:iam::111122223333:user/older'
        @($output -like 'Default=4.0.3.3*').Count | Should -Be 1
        @($output -like 'CloudEssentials=4.*').Count | Should -Be 1
    }

    It 'does no harm when it comes afterwards, and finds its own version' {
        $output = Invoke-Fresh 'Import-Ours; $o = Get-Ours; Import-Older; (Get-Older).Arn; (Get-Ours).Arn; Get-Versions'

        $output | Should -Contain 'arn:aws:iam::111122223333:user/ours'
        $output | Should -Contain 'arn:aws:iam::111122223333:user/older'
        @($output -like 'Default=4.0.3.3*').Count | Should -Be 1
        @($output -like 'CloudEssentials=4.*').Count | Should -Be 1
    }

    It 'gives its credentials to our cmdlets, by -Credential and by $StoredAWSCredentials' {
        $output = Invoke-Fresh @'
Import-Older; Import-Ours
$keys = [Amazon.Runtime.SessionAWSCredentials]::new('lent', 's', 't')
(Get-CloudAccount -Credential $keys -EndpointUrl $url).Arn
$StoredAWSCredentials = [Amazon.Runtime.BasicAWSCredentials]::new('stored', 's')
$StoredAWSRegion = 'eu-south-2'
$account = Get-CloudAccount -EndpointUrl $url
$account.Arn, $account.Region
'@
        $output | Should -Be 'arn:aws:iam::111122223333:user/lent', 'arn:aws:iam::111122223333:user/stored', 'eu-south-2'
    }
}

Describe 'Importing' {
    It 'works twice with -Force, with a call to AWS after each' {
        $output = Invoke-Fresh "Import-Ours; (Get-Ours).Arn; Import-Module '$manifest' -Force; (Get-Ours).Arn; Import-Module '$manifest' -Force; (Get-Ours).Arn"

        $output | Should -Be (@('arn:aws:iam::111122223333:user/ours') * 3)
    }

    It 'loads neither the SDK nor the sandbox until they are needed' {
        $output = Invoke-Fresh 'Import-Ours; [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -match "^AWSSDK|^CloudEssentials\.(Aws|Sandbox)$" }; "end"'

        $output | Should -Be 'end'
    }

    It 'loads S3 and DynamoDB when they are first called, and not before' {
        $output = Invoke-Fresh @'
Import-Ours
function Get-Loaded { [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -match '^AWSSDK\.(S3|DynamoDBv2)$' } | Sort-Object }
$null = Get-Ours
"before: $(Get-Loaded)"
$null = Connect-CloudAccount -Sandbox -Region us-west-2
$null = Get-DirectoryAppPlan directory photos-of-ours-907
"after: $(Get-Loaded)"
'@
        $output | Should -Be 'before: ', 'after: AWSSDK.DynamoDBv2 AWSSDK.S3'
    }

    It 'lets a script name the types of the domain' {
        Invoke-Fresh 'Import-Ours; [CloudEssentials.CloudException].Name; [CloudEssentials.Operations.Connections.CloudAccount].Name' | Should -Be 'CloudException', 'CloudAccount'
    }
}

Describe 'The SDK in its own context' {
    It 'finds the assemblies of SSO, which it loads by name' {
        $folder = Join-Path $TestDrive home
        $null = New-Item (Join-Path $folder .aws/sso/cache) -ItemType Directory
        Set-Content (Join-Path $folder .aws/config) "[profile corp]`nsso_session = corp`nsso_account_id = 111122223333`nsso_role_name = Admin`n[sso-session corp]`nsso_start_url = https://corp.awsapps.com/start`nsso_region = eu-west-1"
        # The AWS CLI names the file by the SHA-1 of the session's name.
        $cache = Join-Path $folder .aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json
        Set-Content $cache "{`"startUrl`":`"https://corp.awsapps.com/start`",`"region`":`"eu-west-1`",`"accessToken`":`"signed-in`",`"expiresAt`":`"$([DateTime]::UtcNow.AddHours(1).ToString('s'))Z`"}"

        $output = Invoke-Fresh "`$env:HOME = `$env:USERPROFILE = '$folder'; `$env:AWS_ENDPOINT_URL_SSO = `$url; Import-Ours; (Get-CloudAccount -ProfileName corp -EndpointUrl `$url).Arn"

        $output | Should -Be 'arn:aws:iam::111122223333:user/sso'
    }
}

Describe 'What is shipped' {
    It 'holds no assembly of PowerShell' {
        $lib = Join-Path (Split-Path $manifest) lib
        Get-ChildItem $lib -Recurse -Filter *.dll | Where-Object Name -Match '^(System\.Management\.Automation|Microsoft\.PowerShell\..*)\.dll$' | Should -BeNullOrEmpty
    }

    It 'keeps the SDK out of the folder that the default context reads' {
        $lib = Join-Path (Split-Path $manifest) lib
        (Get-ChildItem $lib -Filter *.dll).Name | Sort-Object | Should -Be 'CloudEssentials.Core.dll', 'CloudEssentials.dll', 'CloudEssentials.Operations.dll'
        Join-Path $lib dependencies/AWSSDK.Core.dll | Should -Exist
    }
}
