BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
}

Describe 'ConvertTo-DirectoryAppUserData' {
    It 'gives a script that starts in the first column and a service that starts the application' {
        $script = ConvertTo-DirectoryAppUserData employee-photo-bucket-ab-907 us-west-2
        $script | Should -BeOfType string
        $script | Should -Match '^#!/bin/bash -ex\n'
        $script | Should -Match 'systemctl enable --now directory-app.service\n$'
        $script | Should -Not -Match "`r"
    }

    It 'keeps the course''s last line where that is asked for' {
        ConvertTo-DirectoryAppUserData employee-photo-bucket-ab-907 us-west-2 -Startup CourseScript |
            Should -Match "FLASK_APP=application.py /usr/local/bin/flask run --host=0.0.0.0 --port=80\n$"
    }

    It 'gives what EC2 takes' {
        $encoded = ConvertTo-DirectoryAppUserData employee-photo-bucket-ab-907 us-west-2 -AsBase64
        [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($encoded)) | Should -Be (ConvertTo-DirectoryAppUserData employee-photo-bucket-ab-907 us-west-2)
    }

    It 'takes bucket and Region from an object' {
        [pscustomobject]@{ BucketName = 'employee-photo-bucket-ab-907'; Region = 'eu-west-1' } | ConvertTo-DirectoryAppUserData | Should -Match "AWS_DEFAULT_REGION='eu-west-1'"
    }

    It 'lets <Value> become no shell' -ForEach @(
        @{ Value = 'x; rm -rf /' }, @{ Value = "a'b'c" }, @{ Value = '$(reboot)' }, @{ Value = "photos`nreboot" }, @{ Value = '`reboot`' }
    ) {
        { ConvertTo-DirectoryAppUserData $Value us-west-2 } | Should -Throw -ErrorId 'BucketNameInvalid*'
        { ConvertTo-DirectoryAppUserData photos $Value } | Should -Throw -ErrorId 'RegionInvalid*'
        { ConvertTo-DirectoryAppUserData photos us-west-2 -AppUrl "https://example.com/$Value" } | Should -Throw -ErrorId 'AppUrlInvalid*'
    }

    It 'warns of a Region that nobody knows' {
        ConvertTo-DirectoryAppUserData photos us-wset-2 -WarningVariable warnings -WarningAction SilentlyContinue | Should -Match 'us-wset-2'
        $warnings | Should -Match 'us-west-2'
    }
}

Describe 'Export-DirectoryAppTemplate' {
    It 'needs no account where Region and bucket are named' {
        $template = Export-DirectoryAppTemplate directory employee-photo-bucket-ab-907 -Region us-west-2 | ConvertFrom-Json -AsHashtable
        $template.Resources.Vpc.Type | Should -Be 'AWS::EC2::VPC'
        $template.Outputs.Keys | Should -Be @('Url', 'BucketName', 'TableName')
    }

    It 'leaves the agent''s policy out where it is refused' {
        $template = Export-DirectoryAppTemplate directory photos -Region us-west-2 -EnableSessionManager:$false | ConvertFrom-Json
        $template.Resources.AppRole.Properties.Policies | Should -HaveCount 1
    }

    It 'writes a file, and none with -WhatIf' {
        $file = Join-Path $TestDrive directory.tf.json
        Export-DirectoryAppTemplate directory photos -Region us-west-2 -Format Terraform -Path $file -WhatIf
        $file | Should -Not -Exist
        $written = Export-DirectoryAppTemplate directory photos -Region us-west-2 -Format Terraform -Path $file -Tag @{ Team = 'Operations' }
        $written.Path | Should -Be $file
        (Get-Content $file -Raw | ConvertFrom-Json).resource.aws_vpc.vpc.tags.Team | Should -Be 'Operations'
    }

    It 'names the bucket after application, account and Region where an account is at hand' {
        $account = Connect-CloudAccount -Sandbox
        try {
            $template = Export-DirectoryAppTemplate Directory | ConvertFrom-Json
            $template.Resources.PhotosBucket.Properties.BucketName | Should -Be "directory-photos-$($account.AccountId)-$($account.Region)"
        }
        finally {
            $null = Disconnect-CloudAccount
        }
    }

    It 'says what is wrong with which parameter' {
        { Export-DirectoryAppTemplate directory photos -Region us-west-2 -ZoneCount 1 } | Should -Throw -ErrorId 'ZoneCountInvalid*'
        { Export-DirectoryAppTemplate directory photos -Region us-west-2 -Tag @{ 'aws:x' = 'y' } } | Should -Throw -ErrorId 'TagInvalid*'
    }
}

Describe 'about_DirectoryApp' {
    It 'is a topic' {
        Get-Help about_DirectoryApp | Should -BeLike '*TOPIC*about_DirectoryApp*SHORT DESCRIPTION*LONG DESCRIPTION*'
    }
}
