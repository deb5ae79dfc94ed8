internal import CJemalloc
import GongkaiCommand

Gongkai.execute()
