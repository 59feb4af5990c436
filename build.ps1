#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests and packages CloudEssentials.
.DESCRIPTION
    A thin face: what a build makes, `dotnet build` makes alone, and `dotnet test` needs no PowerShell.
.PARAMETER Task
    What to do, in this order: Clean, Build, Test, Pester, Docs, Package.
.EXAMPLE
    ./build.ps1 Build, Pester
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Pester', 'Docs', 'Package')]
    [string[]]$Task = @('Build', 'Test', 'Pester'),

    [ValidateSet('Debug', 'Release')]
    [string]$Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

if ('Clean' -in $Task) {
    Remove-Item lib, out, en-US/*.xml -Recurse -Force -ErrorAction Ignore
    Get-ChildItem src, tests, tools -Directory | ForEach-Object { Join-Path $_ bin; Join-Path $_ obj } |
        Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
}

if ('Build' -in $Task) {
    dotnet build --configuration $Configuration
}

if ('Test' -in $Task) {
    dotnet test --configuration $Configuration
}

if ('Pester' -in $Task) {
    pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1
}

if ('Docs' -in $Task) {
    # Writes the compiled cmdlets' syntax and parameters into docs/cmdlets, then makes the help file of it.
    dotnet build src/CloudEssentials.Module --configuration $Configuration
    dotnet run --project tools/HelpBuilder --configuration $Configuration -- pages
    dotnet build src/CloudEssentials.Module --configuration $Configuration
}

if ('Package' -in $Task) {
    # Fills out/CloudEssentials/<version> for Publish-PSResource, and packs the command line as a .NET tool.
    dotnet build src/CloudEssentials.Module --configuration Release --target:Package
    dotnet pack src/CloudEssentials.Cli --configuration Release --output out
}
