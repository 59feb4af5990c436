BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
}

Describe 'Get-RegionAZMap -Offline' {
    It 'gives 34 Regions, and six zones of us-east-1' {
        $map = Get-RegionAZMap -Offline
        $map | Should -HaveCount 34
        ($map | Where-Object Region -EQ us-east-1).ZoneCount | Should -Be 6
    }

    It 'shows Region, name, opt-in and zones at a glance' {
        $table = Get-RegionAZMap us-west-2 -Offline | Out-String -Width 100
        $table | Should -Match 'Region\s+Name\s+Opt-in\s+AZs'
        $table | Should -Match 'us-west-2\s+US West \(Oregon\)\s+opt-in-not-required\s+a b c d'
    }

    It 'lists ids' {
        Get-RegionAZMap us-east-2 -Offline | Format-List | Out-String -Width 120 | Should -Match 'us-east-2a \(use2-az1\)'
    }

    It 'takes Regions from the pipeline, as text and as objects with a RegionName' {
        ('us-east-1', 'eu-*' | Get-RegionAZMap -Offline).Region | Should -Contain 'eu-north-1'
        ([pscustomobject]@{ RegionName = 'us-east-2' } | Get-RegionAZMap -Offline).Region | Should -Be 'us-east-2'
    }

    It 'goes on after an unknown Region, and suggests the nearest' {
        $map = Get-RegionAZMap us-esat-1, us-west-1 -Offline -ErrorAction SilentlyContinue -ErrorVariable failures
        $map.Region | Should -Be 'us-west-1'
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'RegionUnknown*'
        $failures[0].ErrorDetails.Message | Should -Match 'us-east-1'
    }

    It 'takes several kinds of zones' {
        $zones = (Get-RegionAZMap us-east-1 -Offline -ZoneType LocalZone, WavelengthZone).Zones
        $zones.ZoneType | Sort-Object -Unique | Should -Be @('LocalZone', 'WavelengthZone')
    }

    It 'stops when the pipeline has enough' {
        Get-RegionAZMap -Offline | Select-Object -First 2 | Should -HaveCount 2
    }
}

Describe 'Resolve-AvailabilityZone' {
    It 'reads <_>' -ForEach 'us-east-1c', 'use1-az4', 'us-west-2-lax-1a' {
        (Resolve-AvailabilityZone $_).Region | Should -BeIn 'us-east-1', 'us-west-2'
    }

    It 'says why a name cannot be' {
        { Resolve-AvailabilityZone us-east-9a -ErrorAction Stop } | Should -Throw '*no Region*us-east-9*' -ErrorId 'RegionUnknown*'
    }
}

Describe 'Compare-CloudRegion -Offline' {
    It 'puts the nearest first and names the estimate' {
        $best = Compare-CloudRegion -Offline -Location Tokyo | Select-Object -First 1
        $best.Region | Should -Be 'ap-northeast-1'
        $best.LatencySource | Should -BeLike 'estimated*'
    }

    It 'takes weights as a hashtable' {
        { Compare-CloudRegion -Offline -Location Tokyo -Weight @{ Latency = 1; Price = 0 } } | Should -Not -Throw
        { Compare-CloudRegion -Offline -Location Tokyo -Weight @{ Luck = 1 } } | Should -Throw -ErrorId 'WeightInvalid*'
    }
}

Describe 'Get-CloudServiceScope' {
    It 'tells the scope of <Service>' -ForEach @{ Service = 'ec2'; Scope = 'Zone' }, @{ Service = 's3'; Scope = 'Region' }, @{ Service = 'iam'; Scope = 'Global' } {
        (Get-CloudServiceScope $Service).Scope | Should -Be $Scope
    }
}

Describe 'Test-ZoneResilience' {
    It 'takes all that comes down the pipeline as one workload' {
        $result = [pscustomobject]@{ AvailabilityZone = 'us-east-2a' }, @{ AvailabilityZone = 'us-east-2b' }, 'use2-az1' | Test-ZoneResilience
        $result.Survives | Should -BeTrue
        $result.ItemCount | Should -Be 3
        $result.FullestZone | Should -Be 'us-east-2a'
    }
}

Describe 'Completion' {
    It 'completes <Line>' -ForEach @(
        @{ Line = 'Get-RegionAZMap -Region eu-w'; Expected = 'eu-west-1' }
        @{ Line = 'Resolve-AvailabilityZone us-west-2-la'; Expected = 'us-west-2-lax-1a' }
        @{ Line = 'Get-CloudServiceScope dyn'; Expected = 'dynamodb' }
        @{ Line = 'Compare-CloudRegion -Country Uni'; Expected = "'United Kingdom'" }
        @{ Line = 'Compare-CloudRegion -Location Ber'; Expected = 'Berlin' }
        @{ Line = 'Get-RegionAZMap -Partition aws-c'; Expected = 'aws-cn' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expected
    }
}

Describe 'Get-RegionAZMap on an account' {
    BeforeAll {
        Connect-CloudAccount -Sandbox | Out-Null
    }

    AfterAll {
        Disconnect-CloudAccount
    }

    It 'gives the Regions that are enabled, in order, with ids' {
        $map = Get-RegionAZMap
        $map | Should -HaveCount 17
        $map.Region | Should -Be ($map.Region | Sort-Object)
        ($map | Where-Object Region -EQ us-east-1).Zones.ZoneId | Sort-Object | Should -Be (1..6 | ForEach-Object { "use1-az$_" })
        $map.Source | Sort-Object -Unique | Should -Be 'Sandbox'
    }

    It 'adds those that are not, without zones' {
        $rest = Get-RegionAZMap -AllRegions | Where-Object OptInStatus -EQ not-opted-in
        $rest | Should -HaveCount 17
        ($rest | Measure-Object ZoneCount -Sum).Sum | Should -Be 0
    }

    It 'works in parallel with a connection handed over' {
        $account = Get-CloudAccount
        $module = (Get-Module CloudEssentials).Path -replace 'lib[\\/]CloudEssentials\.dll$', 'CloudEssentials.psd1'
        $found = 'eu-west-1', 'us-west-2' | ForEach-Object -Parallel {
            Import-Module $using:module
            Get-RegionAZMap $_ -Connection $using:account
        }
        $found.Region | Sort-Object | Should -Be @('eu-west-1', 'us-west-2')
    }

    It 'does not fall back to the catalogue where the key is wrong' {
        { Get-RegionAZMap -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey wrong } | Should -Throw '*AuthFailure*'
    }

    It 'says that a Region is not enabled' {
        { Get-RegionAZMap af-south-1 -ErrorAction Stop } | Should -Throw -ErrorId 'RegionNotOptedIn*'
    }

    It 'ends at once when the pipeline has enough' {
        Get-RegionAZMap | Select-Object -First 1 | Should -HaveCount 1
    }
}

Describe 'Get-RegionAZMap without an account' {
    BeforeAll {
        # A user without profiles, and without what the machine's environment says of AWS.
        $saved = @{}
        foreach ($variable in Get-ChildItem env:AWS_*) { $saved[$variable.Name] = $variable.Value; Remove-Item "env:$($variable.Name)" }
        $env:AWS_EC2_METADATA_DISABLED = 'true'
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
        $env:AWS_CONFIG_FILE = Join-Path $TestDrive config
    }

    AfterAll {
        Remove-Item env:AWS_EC2_METADATA_DISABLED, env:AWS_SHARED_CREDENTIALS_FILE, env:AWS_CONFIG_FILE
        foreach ($name in $saved.Keys) { Set-Item "env:$name" $saved[$name] }
    }

    It 'gives the catalogue, with a warning that tells its date' {
        $map = Get-RegionAZMap -WarningAction SilentlyContinue -WarningVariable warnings
        $map | Should -HaveCount 34
        $map[0].Source | Should -BeLike 'Catalogue of 20*'
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -Match 'no AWS credentials.*20\d\d-\d\d-\d\d'
    }

    It 'does not take half a key pair for none' {
        { Get-RegionAZMap -AccessKey AKIAIOSFODNN7EXAMPLE } | Should -Throw -ErrorId 'KeyPairIncomplete*'
    }
}
