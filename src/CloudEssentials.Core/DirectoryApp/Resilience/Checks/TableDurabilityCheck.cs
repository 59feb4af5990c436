namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// The employees are in no single zone, and the table can be brought back to an earlier moment:
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html, "High availability and durability".
/// </summary>
internal sealed class TableDurabilityCheck : ResilienceCheck
{
    public override string Name => "TableDurability";

    public override StackParts Needs => StackParts.Table;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackTable? table = picture.Table;
        yield return table is not { Exists: true }
            ? Warn(table?.Name ?? picture.AppName, table is null ? "The instances' role names no table." : $"There is no table {table.Name}.", "There is nowhere to keep employees.", StackCommand.Of(picture))
            : table.HasPointInTimeRecovery
            ? Pass(table.Name, $"{table.Name} is of the Region, not of a zone, with point-in-time recovery.", "DynamoDB keeps items in three zones; the table can be brought back to any second of the last weeks.")
            : Warn(
                table.Name,
                $"{table.Name} is of the Region, not of a zone, without point-in-time recovery.",
                "No zone takes the employees along, but a mistake does: what is overwritten or deleted is gone.",
                $"aws dynamodb update-continuous-backups --region {picture.Region} --table-name {table.Name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true");
    }
}
