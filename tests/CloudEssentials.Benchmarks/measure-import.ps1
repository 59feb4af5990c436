#Requires -Version 7.4
<#
.SYNOPSIS
    Measures Import-Module in a fresh shell, against an empty binary module.
.DESCRIPTION
    Both are imported in turn, each time in a new process. The empty module has a manifest, one cmdlet and one format
    file, and is built in a temporary folder. Prints both medians, their ratio, and the median of the pairs' ratios.
.PARAMETER Pair
    How many times each is imported.
.PARAMETER Maximum
    The ratio above which the exit code is 1.
#>
[CmdletBinding()]
param(
    [string]$ModulePath = (Join-Path $PSScriptRoot '../../CloudEssentials.psd1'),
    [int]$Pair = 15,
    [double]$Maximum = 1.4
)

$ErrorActionPreference = 'Stop'

function New-EmptyModule {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param([string]$Folder)
    $null = New-Item $Folder -ItemType Directory
    Add-Type -OutputAssembly (Join-Path $Folder Empty.dll) -OutputType Library -TypeDefinition @'
using System.Management.Automation;
[Cmdlet(VerbsCommon.Get, "EmptyThing")]
public sealed class GetEmptyThingCommand : PSCmdlet { }
'@
    Set-Content (Join-Path $Folder Empty.format.ps1xml) @'
<?xml version="1.0" encoding="utf-8"?>
<Configuration><ViewDefinitions><View><Name>Empty</Name><ViewSelectedBy><TypeName>Empty</TypeName></ViewSelectedBy>
<TableControl><TableHeaders><TableColumnHeader /></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
<TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
</TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>
'@
    Set-Content (Join-Path $Folder Empty.psd1) @'
@{ RootModule = 'Empty.dll'; ModuleVersion = '1.0.0'; GUID = '5b0f1f0e-0f34-4f4e-8f0e-2c1d7a4b9e11'; FormatsToProcess = @('Empty.format.ps1xml')
CmdletsToExport = @('Get-EmptyThing'); FunctionsToExport = @(); VariablesToExport = @(); AliasesToExport = @() }
'@
    Join-Path $Folder Empty.psd1
}

function Measure-FreshImport {
    param([string]$Path)
    $command = "`$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$Path'; `$watch.Elapsed.TotalMilliseconds"
    [double](& (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $command)
}

function Get-Median {
    param([double[]]$Value)
    $sorted = $Value | Sort-Object
    $sorted[[int][Math]::Floor($sorted.Count / 2)]
}

$folder = Join-Path ([IO.Path]::GetTempPath()) "cloudessentials-import-$PID"
try {
    $empty = New-EmptyModule $folder
    $module = (Resolve-Path $ModulePath).Path
    # What is read for the first time comes from the disk.
    $null = Measure-FreshImport $empty
    $null = Measure-FreshImport $module
    $pairs = foreach ($number in 1..$Pair) {
        [pscustomobject]@{ Empty = Measure-FreshImport $empty; Module = Measure-FreshImport $module }
    }
}
finally {
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}

$result = [pscustomobject]@{
    Pairs         = $Pair
    EmptyMedianMs = [Math]::Round((Get-Median $pairs.Empty), 1)
    MedianMs      = [Math]::Round((Get-Median $pairs.Module), 1)
    Ratio         = [Math]::Round((Get-Median $pairs.Module) / (Get-Median $pairs.Empty), 2)
    PairRatio     = [Math]::Round((Get-Median ($pairs | ForEach-Object { $_.Module / $_.Empty })), 2)
}
$result
exit [int]($result.Ratio -gt $Maximum)
