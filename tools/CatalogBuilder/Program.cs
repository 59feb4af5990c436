using CloudEssentials.CatalogBuilder;

return Commands.Run(args, Console.Out, Console.Error);
