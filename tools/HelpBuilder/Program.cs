using CloudEssentials.HelpBuilder;

string root = args.Length > 1 ? Path.GetFullPath(args[1]) : Repository.Find(AppContext.BaseDirectory);
switch (args.FirstOrDefault())
{
    case "maml":
        Repository.WriteMaml(root);
        return 0;
    case "pages":
        foreach (string written in Repository.RewritePages(root))
            Console.WriteLine(written);
        return 0;
    default:
        Console.Error.WriteLine("HelpBuilder maml [repository]    makes en-US/CloudEssentials.dll-Help.xml of docs/cmdlets/*.md");
        Console.Error.WriteLine("HelpBuilder pages [repository]   writes syntax and parameter facts of the compiled cmdlets into docs/cmdlets/*.md");
        return 2;
}
