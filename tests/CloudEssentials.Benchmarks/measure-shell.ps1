#Requires -Version 7.4
<#
.SYNOPSIS
    Measures what a user waits for in a fresh shell.
.DESCRIPTION
    Each figure is the median of new processes: the first offline map after the import, and a policy made from nothing, the
    start of the shell and the import included, against a shell that does nothing.
.PARAMETER Count
    How many processes each figure takes.
#>
[CmdletBinding()]
param(
    [string]$ModulePath = (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'),
    [int]$Count = 15
)

$ErrorActionPreference = 'Stop'
$shell = (Get-Process -Id $PID).Path
$module = (Resolve-Path $ModulePath).Path

function Invoke-Fresh {
    param([string]$Command)
    & $shell -NoProfile -NonInteractive -Command $Command
}

function Get-Median {
    param([scriptblock]$Measure)
    $null = & $Measure
    $sorted = @(1..$Count | ForEach-Object { [double](& $Measure) } | Sort-Object)
    [Math]::Round($sorted[[int][Math]::Floor($sorted.Count / 2)], 1)
}

$timed = "Import-Module '$module'; `$watch = [Diagnostics.Stopwatch]::StartNew(); `$null = {0}; `$watch.Elapsed.TotalMilliseconds"
$policy = 'New-LeastPrivilegePolicy s3:GetObject arn:aws:s3:::photos/*'
$nothing = Get-Median { (Measure-Command { Invoke-Fresh '1' }).TotalMilliseconds }
$made = Get-Median { (Measure-Command { Invoke-Fresh "Import-Module '$module'; $policy" }).TotalMilliseconds }

[pscustomobject]@{
    Processes                = $Count
    FirstOfflineMapMs        = Get-Median { Invoke-Fresh ($timed -f 'Get-RegionAZMap -Offline') }
    FirstPolicyMs            = Get-Median { Invoke-Fresh ($timed -f $policy) }
    EmptyShellMs             = $nothing
    ShellImportAndPolicyMs   = $made
    PolicyMoreThanEmptyMs    = [Math]::Round($made - $nothing, 1)
}
