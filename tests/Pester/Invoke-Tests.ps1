#Requires -Version 7.4
<#
.SYNOPSIS
    Runs the Pester tests in a shell of their own and exits with 1 if any failed.
.PARAMETER ModulePath
    The manifest to test: by default that of the package in out/, which every build fills.
.PARAMETER SummaryPath
    A file that takes the line "passed failed skipped".
.PARAMETER Path
    The tests to run.
#>
[CmdletBinding()]
param(
    [string]$ModulePath = (Get-Item (Join-Path $PSScriptRoot '../../out/CloudEssentials/*/CloudEssentials.psd1') | Select-Object -Last 1).FullName,
    [string]$SummaryPath,
    [string[]]$Path = $PSScriptRoot
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$env:CLOUDESSENTIALS_MODULE = (Resolve-Path $ModulePath).Path
# Runspaces that a test opens find the module as they would once it is installed.
$installed = Split-Path (Split-Path (Split-Path $env:CLOUDESSENTIALS_MODULE))
$env:PSModulePath = $installed + [IO.Path]::PathSeparator + $env:PSModulePath

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
if ($SummaryPath) {
    Set-Content -LiteralPath $SummaryPath -Value "$($result.PassedCount) $failed $($result.SkippedCount + $result.NotRunCount)"
}
exit [int]($failed -gt 0)
