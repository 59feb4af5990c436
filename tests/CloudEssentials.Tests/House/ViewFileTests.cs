using System.Xml.Linq;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.House;

public sealed class ViewFileTests
{
    private static string[] Files => Directory.GetFiles(Path.Combine(CompiledModule.Root, "src", "CloudEssentials.Module", "Views"), "*.xml");

    [Fact]
    public void Each_file_holds_one_view_with_one_control_as_PowerShell_demands()
    {
        Assert.NotEmpty(Files);
        foreach (string file in Files)
        {
            string[] parts = [.. XElement.Load(file).Elements().Select(element => element.Name.LocalName)];
            string control = Path.GetFileNameWithoutExtension(file).Split('.')[1] switch { "Table" => "TableControl", "List" => "ListControl", _ => "CustomControl" };
            Assert.True(parts is ["Name", "ViewSelectedBy", _] && parts[2] == control, $"{Path.GetFileName(file)}: {string.Join(", ", parts)}");
        }
    }
}
