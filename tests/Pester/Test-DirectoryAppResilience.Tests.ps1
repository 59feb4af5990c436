BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
}

Describe 'Test-DirectoryAppResilience' {
    BeforeAll {
        $null = Connect-CloudAccount -Sandbox -Region us-west-2
        $app = New-DirectoryApp directory -NatGateway Single
    }

    AfterAll { $null = Disconnect-CloudAccount }

    It 'finds the one NAT gateway of all zones, and the command that mends it' {
        $found = $app | Test-DirectoryAppResilience | Where-Object Check -EQ OutboundPath
        $found | Should -HaveCount 1
        $found.Status | Should -Be Fail
        $found.Remedy | Should -Be 'New-DirectoryApp -Name directory -NatGateway PerZone'
        $found.Source | Should -Be Sandbox
    }

    It 'has a row for each zone' {
        (Test-DirectoryAppResilience directory | Where-Object Check -EQ ZoneLoss).Subject | Should -Be us-west-2a, us-west-2b
    }

    It 'loses each zone of a copy, and leaves the account as it was' {
        $before = Get-DirectoryApp directory
        $trials = Test-DirectoryAppResilience directory -Simulate
        $trials.Zone | Should -Be us-west-2a, us-west-2b
        $trials[1].TimeToRecover | Should -BeOfType timespan
        $trials[1].LowestHealthy | Should -Be 1
        (Get-DirectoryApp directory).InstanceId | Should -Be $before.InstanceId
        ($trials | Out-String) | Should -Match 'Zone lost'
    }

    It 'names the applications that are there where there is none of that name' {
        { Test-DirectoryAppResilience directroy } | Should -Throw -ErrorId 'DirectoryAppNotFound*' -ExpectedMessage '*There is directory*'
    }

    It 'simulates in a sandbox alone' {
        $endpoint = Start-SandboxEndpoint
        try {
            { Test-DirectoryAppResilience directory -Simulate -EndpointUrl $endpoint.Url -AccessKey $endpoint.AccessKey -SecretKey $endpoint.SecretKey -Region us-west-2 } |
                Should -Throw -ErrorId 'SimulateNeedsSandbox*'
        }
        finally {
            $null = Stop-SandboxEndpoint
        }
    }
}
