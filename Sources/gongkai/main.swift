internal import CJemalloc
internal import Diagnostics
import GongkaiCommand

Gongkai.execute(with: Allocator.versions)
