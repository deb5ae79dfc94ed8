import GongkaiCommand

await GongkaiCommand.main()
