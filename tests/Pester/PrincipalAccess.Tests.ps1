BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    $details = @'
{ "UserDetailList": [
    { "UserName": "anna", "UserId": "AIDA1", "Path": "/", "Arn": "arn:aws:iam::111122223333:user/anna", "GroupList": ["devs"] },
    { "UserName": "bert", "UserId": "AIDA2", "Path": "/", "Arn": "arn:aws:iam::111122223333:user/bert",
      "AttachedManagedPolicies": [ { "PolicyName": "AdministratorAccess", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess" } ] } ],
  "GroupDetailList": [
    { "GroupName": "devs", "GroupId": "AGPA1", "Path": "/", "Arn": "arn:aws:iam::111122223333:group/devs",
      "GroupPolicyList": [ { "PolicyName": "buckets", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
        { "Sid": "Own", "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } ] } } ] } ] }
'@
    $file = Join-Path $TestDrive 'details.json'
    Set-Content $file $details
}

Describe 'Get-AccountAuthorization' {
    It 'reads what the AWS CLI saved' {
        $account = Get-AccountAuthorization $file
        $account.AccountId | Should -Be 111122223333
        $account.Users.UserName | Should -Be anna, bert
        $account | Out-String -Width 100 | Should -Match '111122223333 2 +1 +0 +1'
    }

    It 'takes it from a sandbox account, and keeps it as the AWS CLI would' {
        $null = Connect-CloudAccount -Sandbox
        $account = Get-AccountAuthorization
        $account.Source | Should -Be Sandbox
        $account.AccountId | Should -Match '^\d{12}$'
        ($account.ToJson() | ConvertFrom-Json).IsTruncated | Should -BeFalse
        $null = Disconnect-CloudAccount
    }

    It 'says of a half-written file where it ends' {
        $half = Join-Path $TestDrive 'half.json'
        Set-Content $half $details.Substring(0, 200)
        { Get-AccountAuthorization $half -ErrorAction Stop } | Should -Throw -ErrorId 'AuthorizationInvalid*'
        { Get-AccountAuthorization ./nowhere.json -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound*'
    }
}

Describe 'Find-PrincipalAccess' {
    It 'names the group, the policy, the statement and the condition' {
        $found = Get-AccountAuthorization $file | Find-PrincipalAccess s3:DeleteBucket
        $found.PrincipalName | Should -Be anna, bert
        $found[0].Access | Should -Be Conditional
        "$($found[0].Path)" | Should -Be 'group devs > buckets: Own if aws:MultiFactorAuthPresent Bool true'
        $found | Out-String -Width 160 | Should -Match 'User +bert +Allowed'
    }

    It 'takes what is known of the requests, and names' {
        (Find-PrincipalAccess s3:DeleteBucket -Path $file -PrincipalName a* -Context @{ 'aws:MultiFactorAuthPresent' = $true }).Access | Should -Be Allowed
        Find-PrincipalAccess s3:DeleteBucket -Path $file -PrincipalName a* -Context @{ 'aws:MultiFactorAuthPresent' = $false } | Should -BeNullOrEmpty
    }

    It 'suggests the action that was meant' {
        { Find-PrincipalAccess s3:DeleteBuket -Path $file -ErrorAction Stop } | Should -Throw '*s3:DeleteBucket*'
    }
}

Describe 'Get-PrincipalAccess' {
    It 'takes users from the pipeline by name' {
        $account = Get-AccountAuthorization $file
        $rows = $account.Users | Get-PrincipalAccess -Authorization $account -Service s3
        $rows.PrincipalName | Should -Be anna, bert
        $rows.PermissionsManagement | Should -Be 'all, if', 'all'
    }

    It 'reports a name that is not there and goes on' {
        $rows = Get-PrincipalAccess nobody, bert -Path $file -Service s3 -ErrorAction SilentlyContinue -ErrorVariable missing
        $rows.PrincipalName | Should -Be bert
        $missing[0].FullyQualifiedErrorId | Should -BeLike 'PrincipalUnknown*'
    }
}

Describe 'Compare-AccountAuthorization' {
    It 'takes files and objects' {
        $later = [CloudEssentials.Accounts.AccountAuthorization]::Parse($details.Replace('"GroupList": ["devs"]', '"GroupList": []').Replace('"s3:*"', '["s3:*", "sqs:SendMessage"]'))
        $changes = Compare-AccountAuthorization $file $later
        $changes.Part | Should -Be Membership, InlinePolicy
        $changes[1].Summary | Should -Be 'grants more: sqs:SendMessage on * if {"Bool":{"aws:MultiFactorAuthPresent":"true"}}'
    }
}

Describe 'Move-UserPermission' {
    BeforeAll { $null = Connect-CloudAccount -Sandbox }
    AfterAll { $null = Disconnect-CloudAccount }

    It 'reports a user that is not there' {
        Move-UserPermission nobody -ErrorAction SilentlyContinue -ErrorVariable missing
        $missing[0].FullyQualifiedErrorId | Should -BeLike 'PrincipalUnknown*'
    }

    It 'takes the users of the picture' {
        { (Get-AccountAuthorization).Users | Move-UserPermission -WhatIf -ErrorAction Stop } | Should -Not -Throw
    }
}
