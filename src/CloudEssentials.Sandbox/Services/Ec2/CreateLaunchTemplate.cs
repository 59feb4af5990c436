using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a launch template with its first version. What its data names need not be there yet.</summary>
internal sealed class CreateLaunchTemplate : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("LaunchTemplateName");
        if (ClientTokens.MadeBefore(call) is { } made && InstanceKinds.LaunchTemplate.Find(call.State, call.Region, made) is Ec2LaunchTemplate known)
        {
            return Answer(known);
        }

        if (LaunchTemplates.Find(call.State, call.Region, id: null, name) is not null)
        {
            throw new ServiceError("InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");
        }

        var template = new Ec2LaunchTemplate
        {
            Id = call.NewId(InstanceKinds.LaunchTemplate.Prefix, 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            Name = name,
            Created = call.Now,
            CreatedBy = call.Caller.Arn,
            DefaultVersion = 1,
            Versions = [LaunchTemplates.NewVersion(call, 1, LaunchTemplates.DataOf(call))],
            Tags = Ec2Tags.ForNew(call, InstanceKinds.LaunchTemplate.Type),
        };
        InstanceState.Of(call.State).LaunchTemplates[template.Id] = template;
        ClientTokens.Remember(call, template.Id);
        return Answer(template);
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.LaunchTemplate)];

    private static JsonObject Answer(Ec2LaunchTemplate template) => new() { ["LaunchTemplate"] = LaunchTemplates.Write(template) };
}
