import GongkaiCommand

await Gongkai.run()
