BeforeDiscovery {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    # Its examples fetch from AWS; tests/CloudEssentials.Tests runs it against a service of its own.
    $needNetwork = 'Update-PolicyCatalog'
    $examples = Get-Command -Module CloudEssentials | Where-Object Name -NotIn $needNetwork | ForEach-Object {
        $name = $_.Name
        foreach ($example in (Get-Help $name -Full).Examples.Example) {
            @{ Name = $name; Title = $example.Title.Trim('-', ' '); Code = $example.Code }
        }
    }
}

Describe 'The examples of the help run on the sandbox account' {
    BeforeEach {
        $place = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        Push-Location $place
        $null = Connect-CloudAccount -Sandbox
    }

    AfterEach {
        $null = Disconnect-CloudAccount
        Pop-Location
    }

    It '<Name>, <Title>' -ForEach $examples {
        # What changes something asks nobody here; an error that would not stop a user's script fails the test.
        $script = "`$ErrorActionPreference = 'Stop'; `$ConfirmPreference = 'None'`n$Code"
        { & ([scriptblock]::Create($script)) | Out-String } | Should -Not -Throw
    }
}
