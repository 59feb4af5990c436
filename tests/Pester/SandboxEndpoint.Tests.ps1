BeforeAll {
    Import-Module "$PSScriptRoot/../../CloudEssentials.psd1" -Force
}

Describe 'Start-SandboxEndpoint' {
    AfterEach {
        Stop-SandboxEndpoint
    }

    It 'opens the connected sandbox to any client, and closes it again' {
        Connect-CloudAccount -Sandbox | Out-Null
        $endpoint = Start-SandboxEndpoint

        $map = Get-RegionAZMap us-east-1 -EndpointUrl $endpoint.Url -AccessKey $endpoint.AccessKey -SecretKey $endpoint.SecretKey

        $map.ZoneCount | Should -Be 6
        ($endpoint | Stop-SandboxEndpoint -PassThru).Port | Should -Be $endpoint.Port
        Disconnect-CloudAccount
    }

    It 'names a port that is taken' {
        $endpoint = Start-SandboxEndpoint

        { Start-SandboxEndpoint -Port $endpoint.Port -ErrorAction Stop } | Should -Throw -ErrorId 'SandboxPortUnavailable*'
    }

    It 'answers the AWS CLI' -Skip:(-not (Get-Command aws -ErrorAction Ignore)) {
        $endpoint = Start-SandboxEndpoint
        $saved = @{}
        foreach ($variable in $endpoint.Environment.GetEnumerator()) {
            $saved[$variable.Key] = [Environment]::GetEnvironmentVariable($variable.Key)
            [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value)
        }
        try {
            $zones = aws ec2 describe-availability-zones --region us-east-1 --output json | ConvertFrom-Json
        }
        finally {
            foreach ($name in $saved.Keys) { [Environment]::SetEnvironmentVariable($name, $saved[$name]) }
        }

        $zones.AvailabilityZones.Count | Should -Be 6
    }
}
