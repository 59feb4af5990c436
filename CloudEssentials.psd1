@{
    RootModule             = 'lib/CloudEssentials.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0c2f3b-6d0e-4f0e-9a55-8a1f6f2d7c41'
    Author                 = 'CloudEssentials contributors'
    CompanyName            = 'CloudEssentials'
    Copyright              = '(c) CloudEssentials contributors. Apache-2.0.'
    Description            = 'Gets an AWS account right from the shell: Regions and Availability Zones, the root user, IAM and least privilege. Works on a real account, and on a sandbox account that is built in.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('lib/CloudEssentials.format.ps1xml')
    CmdletsToExport        = @(
        'Compare-AccountAuthorization'
        'Compare-CloudRegion'
        'Compare-PolicyDocument'
        'Connect-CloudAccount'
        'ConvertTo-DirectoryAppUserData'
        'Disconnect-CloudAccount'
        'Expand-PolicyDocument'
        'Export-AccountReport'
        'Export-DirectoryAppTemplate'
        'Find-ManagedPolicy'
        'Find-PrincipalAccess'
        'Get-AccountAuthorization'
        'Get-AccountCheck'
        'Get-AccountPasswordPolicy'
        'Get-CloudAccount'
        'Get-CloudServiceScope'
        'Get-CredentialReport'
        'Get-MfaDevice'
        'Get-PolicyAction'
        'Get-PolicyTask'
        'Get-PrincipalAccess'
        'Get-RegionAZMap'
        'Get-RootUserTask'
        'Get-SharedResponsibility'
        'Get-TemporaryCredential'
        'Move-TeamMember'
        'New-FederatedRole'
        'New-JobFunctionGroup'
        'Move-UserPermission'
        'New-LeastPrivilegePolicy'
        'New-SandboxAccount'
        'New-TeamMember'
        'New-VirtualMfaDevice'
        'New-WorkloadRole'
        'Optimize-PolicyDocument'
        'Remove-RootUserCredential'
        'Repair-PolicyDocument'
        'Resolve-AvailabilityZone'
        'Set-AccountPasswordPolicy'
        'Start-SandboxEndpoint'
        'Stop-SandboxEndpoint'
        'Test-AccountBaseline'
        'Test-AccountPassword'
        'Test-PolicyAccess'
        'Test-PolicyDocument'
        'Test-RootUserSecurity'
        'Test-ZoneResilience'
        'Update-PolicyCatalog'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'IAM', 'EC2', 'Cloud', 'Security', 'LeastPrivilege', 'Policy', 'Region', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ProjectUri   = 'https://github.com/cloudessentials/CloudEssentials'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
