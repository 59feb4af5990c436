BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    $everything = '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }'
    $reading = '{ "Version": "2012-10-17", "Statement": { "Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::photos/*" } }'
    $cat = 'arn:aws:s3:::photos/cat.jpg'
}

Describe 'Test-PolicyAccess' {
    It 'decides every pair' {
        $decisions = Test-PolicyAccess s3:GetObject, s3:PutObject $cat, arn:aws:s3:::other/x -IdentityPolicy $reading
        $decisions.Count | Should -Be 4
        ($decisions | Where-Object Decision -EQ Allowed).MatchedStatement.ToString() | Should -Be 'IdentityPolicy: Read'
    }

    It 'completes the names of actions' {
        $line = 'Test-PolicyAccess s3:GetObjectA'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 's3:GetObjectAcl'
    }

    It 'takes a date and a list in -Context as the shell has wrapped them' {
        $policy = '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2020-01-01T00:00:00Z" }, "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } } } }'
        $tags = @('cost', (Write-Output 'team'))
        (Test-PolicyAccess s3:GetObject $cat -IdentityPolicy $policy -Context @{ 'aws:CurrentTime' = Get-Date; 'aws:TagKeys' = $tags }).Decision | Should -Be Allowed
    }

    It 'takes policies from the pipeline together: text, lines, files, hashtables, documents' {
        $file = Join-Path $TestDrive 'reading.json'
        Set-Content $file "{`n  `"Statement`": {`n    `"Effect`": `"Allow`", `"Action`": `"s3:Get*`", `"Resource`": `"*`"`n  }`n}"
        (Get-Content $file | Test-PolicyAccess s3:GetObject $cat).Decision | Should -Be Allowed
        (Get-Item $file | Test-PolicyAccess s3:GetObject $cat).Decision | Should -Be Allowed
        (@{ Statement = @{ Effect = 'Allow'; Action = 's3:GetObject'; Resource = '*' } } | Test-PolicyAccess s3:GetObject $cat).Decision | Should -Be Allowed
        ([CloudEssentials.Policies.PolicyDocument] $reading, $everything | Test-PolicyAccess ec2:RunInstances).Decision | Should -Be Allowed
        ([pscustomobject]@{ PolicyName = 'mine'; PolicyDocument = $reading } | Test-PolicyAccess s3:GetObject $cat).MatchedStatement.Policy | Should -Be 'mine'
    }

    It 'proves what New-LeastPrivilegePolicy makes' {
        New-LeastPrivilegePolicy -Action s3:GetObject -Resource arn:aws:s3:::photos/* | Test-PolicyAccess s3:GetObject, s3:PutObject $cat |
            ForEach-Object { $_.Decision.ToString() } | Should -Be 'Allowed', 'ImplicitlyDenied'
    }

    It 'takes context values of the shell''s own types' {
        $policy = @{ Version = '2012-10-17'; Statement = @{ Effect = 'Allow'; Action = '*'; Resource = '*'; Condition = @{
                    Bool                        = @{ 'aws:MultiFactorAuthPresent' = 'true' }
                    NumericLessThan             = @{ 's3:max-keys' = 10 }
                    'ForAllValues:StringEquals' = @{ 'aws:TagKeys' = 'a', 'b' }
                    DateGreaterThan             = @{ 'aws:TokenIssueTime' = '2026-01-01T00:00:00Z' }
                }
            }
        }
        $context = @{ 'aws:MultiFactorAuthPresent' = $true; 's3:max-keys' = 5; 'aws:TagKeys' = 'a', 'b'; 'aws:TokenIssueTime' = [datetime]'2026-02-01Z' }
        (Test-PolicyAccess s3:ListBucket -IdentityPolicy $policy -Context $context).Decision | Should -Be Allowed
        (Test-PolicyAccess s3:ListBucket -IdentityPolicy $policy).MissingContextKey | Should -Not -BeNullOrEmpty
    }

    It 'takes levels as hashtables or objects' {
        $levels = @{ Target = 'root'; Policy = $everything }, [pscustomobject]@{ Target = 'account'; Policy = $reading, $reading }
        (Test-PolicyAccess s3:GetObject, s3:PutObject $cat -IdentityPolicy $everything -ServiceControlPolicy $levels).Decision | Should -Be Allowed, ImplicitlyDenied
        { Test-PolicyAccess s3:GetObject -ServiceControlPolicy @($everything, @($everything, $reading)) } | Should -Throw -ErrorId 'PolicyLevelsNested*'
    }

    It 'shows decisions in a table and the explanation in a list' {
        $decision = Test-PolicyAccess s3:PutObject $cat -IdentityPolicy $reading
        $decision | Out-String -Width 120 | Should -Match 'ImplicitlyDenied s3:PutObject +arn:aws:s3:::photos/cat.jpg +no identity policy allows it'
        $decision | Format-List | Out-String -Width 160 | Should -Match 'no statement covers s3:PutObject'
    }
}
