BeforeAll {
    Import-Module ($env:CLOUDESSENTIALS_MODULE ?? (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'))
    $examples = (Resolve-Path (Join-Path $PSScriptRoot '../../examples')).Path
}

Describe 'The example scripts' {
    BeforeEach {
        $ConfirmPreference = 'None'
    }

    AfterEach {
        $null = Disconnect-CloudAccount
    }

    It 'launches the application, judges it and takes it down without a trace' {
        $said = & (Join-Path $examples 'DirectoryApp.ps1') -WarningAction Ignore

        $said.Instances | Should -Be 2
        $said.Answers | Should -Be '200 OK'
        $said.Survives | Should -BeTrue
        Get-DirectoryAppInstance -Region us-west-2 | Should -BeNullOrEmpty
    }

    It 'audits an account and writes a report' {
        $report = Join-Path $TestDrive 'audit.html'

        $findings = & (Join-Path $examples 'AccountAudit.ps1') -ReportPath $report

        $findings.Count | Should -BeGreaterThan 10
        $findings[0].Severity | Should -Be 'Critical'
        Get-Content $report -Raw | Should -Match '<html'
    }

    It 'has a help text and passes the analyzer' {
        foreach ($script in Get-ChildItem $examples -Filter *.ps1) {
            (Get-Help $script.FullName).Synopsis | Should -Not -BeNullOrEmpty
            if (Get-Module PSScriptAnalyzer -ListAvailable) {
                Invoke-ScriptAnalyzer $script.FullName -Settings (Join-Path $PSScriptRoot '../../PSScriptAnalyzerSettings.psd1') | Should -BeNullOrEmpty
            }
        }
    }
}
