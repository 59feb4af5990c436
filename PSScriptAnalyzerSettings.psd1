@{
    Severity     = @('Error', 'Warning', 'Information')
    # It does not see that Pester's blocks share their variables.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments')
}
