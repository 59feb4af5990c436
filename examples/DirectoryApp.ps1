#Requires -Version 7.4
#Requires -Modules CloudEssentials
<#
.SYNOPSIS
    Launches the Employee Directory application, looks whether it would survive the loss of a zone, and takes it down again.
.DESCRIPTION
    Runs on a sandbox account unless -Live is given: then on the account that the shell is connected to, where it costs money for as
    long as the instances stand.
.PARAMETER Name
    The application's name.
.PARAMETER PhotosBucket
    The bucket of the photos. It is made, and with -Keep left out, removed with all that is in it.
.PARAMETER Region
    The Region.
.PARAMETER Live
    Works on AWS, with the session's connection.
.PARAMETER Keep
    Leaves the application running.
.EXAMPLE
    ./DirectoryApp.ps1
.EXAMPLE
    ./DirectoryApp.ps1 -Live -PhotosBucket employee-photo-bucket-ab-907 -Keep
#>
[CmdletBinding()]
param(
    [string] $Name = 'directory',
    [string] $PhotosBucket = 'employee-photo-bucket-ab-907',
    [string] $Region = 'us-west-2',
    [switch] $Live,
    [switch] $Keep
)

$ErrorActionPreference = 'Stop'
if (-not $Live) {
    $null = Connect-CloudAccount -Sandbox -Region $Region
}

# All of it is shown first: nothing here changes anything.
New-DirectoryAppInstance $Name $PhotosBucket -Region $Region -Count 2 -CreateStorage -WhatIf

$instances = New-DirectoryAppInstance $Name $PhotosBucket -Region $Region -Count 2 -CreateStorage -Wait
$resilience = $instances | Test-ZoneResilience

[pscustomobject]@{
    Application = $Name
    Instances   = $instances.Count
    Zones       = ($instances.AvailabilityZone | Sort-Object -Unique) -join ', '
    Answers     = ($instances.Health | Sort-Object -Unique) -join ', '
    Survives    = $resilience.Survives
    Url         = $instances.Url
}

if (-not $Keep) {
    $null = Remove-DirectoryAppInstance $Name -Region $Region -IncludeData -Force
    if ($left = Get-DirectoryAppInstance $Name -Region $Region) {
        throw "Still there: $($left.InstanceId -join ', ')"
    }
}
