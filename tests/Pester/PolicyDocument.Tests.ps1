BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))

    $clean = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}'
    $spaced = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam: ChangePassword","iam: GetUser"],"Resource":"arn:aws:iam::111122223333:user/a"}}'
}

Describe 'Policy documents' {
    It 'are made from strings where a script names the type' {
        ([CloudEssentials.Policies.PolicyDocument] $clean).Statements[0].Action | Should -Be 's3:GetObject'
    }
}

Describe 'Test-PolicyDocument' {
    It 'gives nothing for a clean policy, and true with -Quiet' {
        Test-PolicyDocument $clean | Should -BeNullOrEmpty
        Test-PolicyDocument $clean -Quiet | Should -BeTrue
        Test-PolicyDocument $spaced -Quiet | Should -BeFalse
    }

    It 'finds the spaces of the course example and says what is right' {
        $found = Test-PolicyDocument $spaced -MinimumSeverity Error
        $found.Code | Should -Be 'ACTION_WITH_SPACE', 'ACTION_WITH_SPACE'
        $found[0].Fix | Should -Be 'iam:ChangePassword'
        $found[0].JsonPointer | Should -Be '/Statement/Action/0'
    }

    It 'takes a hashtable, an object with a policy, a parsed object, lines and a file' {
        $file = Join-Path $TestDrive 'policy.json'
        ($clean -replace ',', ",`n") | Set-Content $file
        $table = @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Action = 's3:GetObject'; Resource = 'arn:aws:s3:::b/*' }) }

        $table | Test-PolicyDocument -Quiet | Should -BeTrue
        [pscustomobject] @{ PolicyDocument = [uri]::EscapeDataString($clean) } | Test-PolicyDocument -Quiet | Should -BeTrue
        $clean | ConvertFrom-Json | Test-PolicyDocument -Quiet | Should -BeTrue
        Get-Content $file | Test-PolicyDocument -Quiet | Should -BeTrue
        Get-Item $file | Test-PolicyDocument -Quiet | Should -BeTrue
        Test-PolicyDocument -Path (Join-Path $TestDrive '*.json') -Quiet | Should -BeTrue
    }

    It 'reports text that is no policy as a finding with its place' {
        $found = Test-PolicyDocument '{"Version":"2012-10-17",}'
        $found.Code | Should -Be 'JSON_SYNTAX_ERROR'
        $found.Column | Should -Be 24
    }

    It 'says of each finding in which file of the pipeline it is' {
        $file = Join-Path $TestDrive 'named.json'
        $spaced | Set-Content $file
        (Get-ChildItem $file | Test-PolicyDocument).Path | Sort-Object -Unique | Should -Be $file
        (Get-Item $file | Test-PolicyDocument).Path | Sort-Object -Unique | Should -Be $file
    }

    It 'ends with one error for what holds no policy' {
        { Test-PolicyDocument 5 } | Should -Throw -ErrorId 'PolicyDocumentExpected*'
    }

    It 'goes on after a folder, a number and an object without a policy in the pipeline' {
        $folder = Join-Path $TestDrive 'many'
        $null = New-Item -ItemType Directory -Force (Join-Path $folder 'inner')
        $clean | Set-Content (Join-Path $folder 'z.json')
        $items = @(Get-ChildItem $folder) + 5 + [pscustomobject] @{ PolicyDocument = $null } + $clean
        $items | Test-PolicyDocument -Quiet -ErrorVariable problems -ErrorAction SilentlyContinue | Should -Be $true, $true
        $problems.FullyQualifiedErrorId -replace ',.*' | Should -Be 'PolicyFileUnreadable', 'PolicyDocumentExpected', 'PolicyDocumentExpected'
    }

    It 'finds a file with brackets in its name, and no folder that a wildcard matches' {
        $folder = Join-Path $TestDrive 'odd'
        $null = New-Item -ItemType Directory -Force (Join-Path $folder 'inner.json')
        $clean | Set-Content -LiteralPath (Join-Path $folder 'a [1].json')
        Test-PolicyDocument -Path (Join-Path $folder 'a [1].json') -Quiet -ErrorAction Stop | Should -BeTrue
        Test-PolicyDocument -Path (Join-Path $folder '*.json') -Quiet -ErrorAction Stop | Should -BeTrue
    }
}

Describe 'Repair-PolicyDocument' {
    It 'mends the course example, and its result pipes on' {
        $repair = Repair-PolicyDocument $spaced
        $repair.Repaired.Count | Should -Be 2
        $repair | Test-PolicyDocument -Quiet | Should -BeTrue
    }

    It 'writes a file only with -InPlace, and not with -WhatIf' {
        $file = Join-Path $TestDrive 'spaced.json'
        $spaced | Set-Content $file
        $null = Repair-PolicyDocument -Path $file
        $null = Repair-PolicyDocument -Path $file -InPlace -WhatIf
        Get-Content $file | Should -Be $spaced
        $null = Repair-PolicyDocument -Path $file -InPlace
        Get-Content $file | Should -Be ($spaced -replace 'iam: ', 'iam:')
    }
}
