BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

Describe 'Get-PolicyAction' {
    It 'finds actions by a wildcard' {
        (Get-PolicyAction s3:Get*).Action | Should -Contain 's3:GetObject'
    }

    It 'takes names from the pipeline, and one bad name does not stop the others' {
        $found = 's3:GetObjects', 'sqs:SendMessage' | Get-PolicyAction -ErrorAction SilentlyContinue -ErrorVariable bad
        $found.Action | Should -Be 'sqs:SendMessage'
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'PolicyActionUnknown*'
        $bad[0].Exception.Message | Should -BeLike "*did you mean 's3:GetObject'*"
    }

    It 'filters by level, resource type and condition key' {
        (Get-PolicyAction -Service s3 -AccessLevel List -ResourceType bucket -ConditionKey s3:prefix).Action | Should -Contain 's3:ListBucket'
    }
}

Describe 'Find-ManagedPolicy' {
    It 'finds the narrowest policy first' {
        $found = Find-ManagedPolicy -Action sqs:SendMessage -Name *SQS*
        $found[0].AllowedActionCount | Should -BeLessOrEqual $found[-1].AllowedActionCount
        $found.PolicyName | Should -Contain 'AmazonSQSFullAccess'
    }

    It 'gives a document that is an object' {
        (Find-ManagedPolicy AmazonSQSReadOnlyAccess).PolicyDocument.Statements.Count | Should -BeGreaterThan 0
    }
}

Describe 'Update-PolicyCatalog' {
    It 'does nothing under -WhatIf' {
        Update-PolicyCatalog -WhatIf | Should -BeNullOrEmpty
    }

    It 'refuses an endpoint that is not HTTPS' {
        { Update-PolicyCatalog -Endpoint http://example.com/ -Confirm:$false } | Should -Throw -ErrorId 'CatalogEndpointInvalid*'
    }
}

Describe 'Completion' {
    It 'offers services, then their actions' {
        Get-Completion 'Get-PolicyAction sq' | Should -Contain 'sqs:'
        Get-Completion 'Get-PolicyAction sqs:SendM' | Should -Contain 'sqs:SendMessage'
        Get-Completion 'Get-PolicyAction -Service dyna' | Should -Contain 'dynamodb'
    }

    It 'offers condition keys, quoted where the shell would read a variable' {
        Get-Completion 'Get-PolicyAction -ConditionKey aws:SourceI' | Should -Contain 'aws:SourceIp'
        Get-Completion 'Get-PolicyAction -ConditionKey aws:RequestT' | Should -Contain '''aws:RequestTag/${TagKey}'''
    }

    It 'offers the resource types of the named service, and managed policies' {
        Get-Completion 'Get-PolicyAction -Service s3 -ResourceType buck' | Should -Contain 'bucket'
        Get-Completion 'Find-ManagedPolicy AmazonS3R' | Should -Contain 'AmazonS3ReadOnlyAccess'
    }
}
