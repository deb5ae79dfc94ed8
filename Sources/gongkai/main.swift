import GongkaiCommand

Gongkai.execute()
