#Requires -Version 7.4
#Requires -Modules CloudEssentials
<#
.SYNOPSIS
    Audits an account, the root user first, and says what to mend in which order; with a report to hand on.
.DESCRIPTION
    Changes nothing. Without -Live it audits a sandbox account in which much is wrong.
.PARAMETER ReportPath
    The file of the report: .html, .csv or .json. Without it none is written.
.PARAMETER Live
    Audits the account that the shell is connected to.
.EXAMPLE
    ./AccountAudit.ps1 -ReportPath audit.html
.EXAMPLE
    ./AccountAudit.ps1 -Live
#>
[CmdletBinding()]
param(
    [string] $ReportPath,
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not $Live) {
    $sandbox = New-TemporaryFile
    $null = New-SandboxAccount $sandbox.FullName Messy -Force
    $null = Connect-CloudAccount -SandboxPath $sandbox.FullName
}

$findings = @(Test-RootUserSecurity; Test-AccountBaseline)
if ($ReportPath) {
    $null = $findings | Export-AccountReport $ReportPath
}

# What is worst comes first; what passed needs nobody.
$findings |
    Where-Object Status -EQ Fail |
    Sort-Object Severity -Descending |
    Select-Object Severity, Check, Subject, Remedy
if ($sandbox) {
    $null = Disconnect-CloudAccount
    Remove-Item $sandbox
}
