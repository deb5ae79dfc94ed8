/// The words that rules look for, found by their first two characters and then to the letter, the longest first.
///
/// Flat arrays only, since a report asks some thousand times: an array of arrays would be counted at each.
struct Lexicon: Sendable {
  /// The words that begin with the same two characters.
  private struct Pair {
    /// The six bytes of the two characters; 0 for a free place.
    var key: UInt64 = 0
    /// In `entries`, the longest first.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private struct Entry {
    /// In `spellings`.
    let start: Int32
    let length: Int32
    let word: Word
  }

  /// For each character from U+4000 to U+9FFF, those whose UTF-8 starts with E4…E9, what may start with it.
  private let beginnings: [UInt8]
  /// For the last twelve bits of a character whether it is the second of a word: a bit each.
  private let seconds: [UInt64]
  /// The words of one character, in the order of `single` less one.
  private let singles: [Word]
  /// A hash table with open addresses.
  private let pairs: [Pair]
  private let entries: [Entry]
  private let spellings: [UInt8]

  static let field = Lexicon(fieldWords)

  static let nothing: UInt8 = 0
  /// A number may start here.
  static let numeral: UInt8 = 0x80
  /// A word may start here.
  static let word: UInt8 = 0x40
  /// The character is a word by itself: its place in `singles`, plus one.
  private static let single: UInt8 = 0x3F

  init(_ words: [(Word, String)]) {
    var beginnings = [UInt8](repeating: Self.nothing, count: Self.covered.count)
    var singles: [Word] = []
    var ofPair: [UInt64: [(spelling: [UInt8], word: Word)]] = [:]
    for (word, spellings) in words {
      for spelling in spellings.split(separator: " ") {
        guard let first = spelling.unicodeScalars.first, Self.covered.contains(first.value) else { continue }
        let place = Int(first.value - Self.covered.lowerBound)
        beginnings[place] |= Self.word
        let bytes = Array(spelling.utf8)
        if bytes.count > 3 {
          ofPair[bytes.withUnsafeBufferPointer { Self.key($0, 0) }, default: []].append((bytes, word))
        } else if beginnings[place] & Self.single == 0 {
          singles.append(word)
          precondition(singles.count <= Self.single, "too many words of one character")
          beginnings[place] |= UInt8(singles.count)
        }
      }
    }
    for place in beginnings.indices where NumberReader.isNumeral(UInt32(place) + Self.covered.lowerBound) {
      beginnings[place] |= Self.numeral
    }
    var pairs = [Pair](repeating: Pair(), count: 1 << Self.bits(for: ofPair.count))
    var seconds = [UInt64](repeating: 0, count: 64)
    var entries: [Entry] = []
    var spellings: [UInt8] = []
    for (key, ofKey) in ofPair.sorted(by: { $0.key < $1.key }) {
      let start = Int32(entries.count)
      seconds[Int(key >> 8 & 0x3F)] |= 1 << (key & 0x3F)
      for (spelling, word) in ofKey.sorted(by: { $0.spelling.count > $1.spelling.count }) {
        entries.append(Entry(start: Int32(spellings.count), length: Int32(spelling.count), word: word))
        spellings += spelling
      }
      var place = Self.place(of: key, in: pairs.count)
      while pairs[place].key != 0 { place = (place + 1) & (pairs.count - 1) }
      pairs[place] = Pair(key: key, start: start, end: Int32(entries.count))
    }
    (self.beginnings, self.singles, self.seconds, self.pairs) = (beginnings, singles, seconds, pairs)
    (self.entries, self.spellings) = (entries, spellings)
  }

  /// At most a quarter of the places is taken, so that most searches end at the first.
  private static func bits(for count: Int) -> Int { Int.bitWidth - (4 * count).leadingZeroBitCount }

  @inline(__always)
  private static func place(of key: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count &- 1)
  }

  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    let (first, second) = (character(bytes, offset), character(bytes, offset &+ 3))
    return UInt64(first) << 24 | UInt64(second)
  }

  @inline(__always)
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    UInt32(bytes[place]) << 16 | UInt32(bytes[place &+ 1]) << 8 | UInt32(bytes[place &+ 2])
  }

  private static let covered: Range<UInt32> = 0x4000..<0xA000

  /// Whether a byte is the first of a character that may start something.
  @inline(__always)
  static func isCovered(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }

  /// What may start with a character whose first byte is covered: `nothing` with most, or `numeral` and `word`.
  @inline(__always)
  func beginning(_ character: UInt32) -> UInt8 {
    beginnings.withUnsafeBufferPointer { $0[Int(character &- 0x4000)] }
  }

  /// The longest word at an offset, and how many bytes it has.
  @inline(__always)
  func word(
    at offset: Int, _ beginning: UInt8, in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (word: Word, length: Int)? {
    if offset &+ 6 <= end, isSecond(at: offset &+ 3, bytes), let found = longWord(at: offset, bytes, end) {
      return found
    }
    let single = beginning & Self.single
    return single == 0 ? nil : (singles.withUnsafeBufferPointer { $0[Int(single &- 1)] }, 3)
  }

  @inline(__always)
  private func isSecond(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    seconds.withUnsafeBufferPointer {
      $0[Int(bytes[offset &+ 1] & 0x3F)] &>> UInt64(bytes[offset &+ 2] & 0x3F) & 1 != 0
    }
  }

  private func longWord(
    at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> (word: Word, length: Int)? {
    let key = Self.key(bytes, offset)
    return pairs.withUnsafeBufferPointer { pairs in
      var place = Self.place(of: key, in: pairs.count)
      while pairs[place].key != key {
        if pairs[place].key == 0 { return nil }
        place = (place &+ 1) & (pairs.count &- 1)
      }
      return entries.withUnsafeBufferPointer { entries in
        for index in Int(pairs[place].start)..<Int(pairs[place].end) {
          let entry = entries[index]
          if offset &+ Int(entry.length) <= end, hasSpelling(entry, bytes, offset) {
            return (entry.word, Int(entry.length))
          }
        }
        return nil
      }
    }
  }

  /// Whether what follows the second character is that of an entry too.
  @inline(__always)
  private func hasSpelling(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    spellings.withUnsafeBufferPointer { spellings in
      let start = Int(entry.start)
      var index = 6
      while index < Int(entry.length), spellings[start &+ index] == bytes[offset &+ index] { index &+= 1 }
      return index == Int(entry.length)
    }
  }
}

private let fieldWords: [(Word, String)] = [
  (
    .filler,
    "共 共计 合计 总计 总共 计 为 了 有 的 达 达到 数 数量 总数 总量 件数 案件 情况 申请件 已 全年 本年 本年度 年度 今年 事项 书面 有效 各类 全部 累计 是 类 案 量 到 总 全国 比"
  ),
  (.equally, "均为"), (.ofWhich, "其中 含 包含 包括"),
  (.growth, "增长 增加 上升"), (.decline, "减少 下降 降低"),
  (.and, "和 及 与 或 以及 或者"),
  (.request, "政府信息公开申请 信息公开申请 依申请公开申请 依申请公开政府信息申请 公开政府信息的申请 公开政府信息申请"),
  (.bareRequest, "申请"),
  (.onRequest, "依申请公开 依申请公开件 依申请公开政府信息 依申请公开信息"),
  (.received, "收到 接到 受理 接收 收悉 接受"),
  (.newly, "新收 新收到 新受理 本年新收"),
  (.handled, "办结 答复 已答复 办复 已办结 办理完毕 予以答复 作出答复 办理答复 答复办结 办结答复 受理答复"),
  (.processed, "办理 处理"),
  (.carriedOver, "上年结转 上年度结转 上一年结转 上一年度结转 结转上年 结转上年度 去年结转"),
  (
    .carriedForward,
    "结转下年 结转下年度 结转下一年 结转下一年度 结转下年度继续办理 结转下一年度继续办理 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转至下一年度继续办理 结转至下年度继续办理 结转到下年度 结转到下一年度 顺延下年度 顺延下年度答复"
  ),
  (.granted, "予以公开"), (.partial, "部分公开"), (.denied, "不予公开"), (.unavailable, "无法提供"), (.notProcessed, "不予处理"),
  (.otherHandling, "其他处理"),
  (.naturalPerson, "自然人"), (.organizations, "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人或者其它组织"),
  (.business, "商业企业"), (.research, "科研机构"), (.publicInterest, "社会公益组织"), (.legalService, "法律服务机构"),
  (.share, "占 占比 约占"),
  (.review, "行政复议 行政复议申请 行政复议案件 行政复议案 复议案件"),
  (.litigation, "行政诉讼 行政诉讼案件 行政诉讼案 诉讼案件"),
  (.upheld, "结果维持 维持"), (.corrected, "结果纠正 纠正"), (.otherResult, "其他结果"), (.pending, "尚未审结 未审结"),
  (.defendant, "被申请 被提起 被诉"),
  (.hearing, "审理 承办 代理 一审 二审 再审 应诉 败诉 出庭 行政应诉 法院 新增 新发生"),
  (.regulations, "规章 政府规章"), (.normativeDocuments, "行政规范性文件 规范性文件"),
  (.issuing, "制发 制定 出台 印发 新制定 新制发"), (.repealing, "废止"), (.inForce, "现行有效"), (.publishing, "公开 主动公开 公布 发布"),
  (.negation, "未 没有 无 未发生 未出现 未产生 不存在"),
  (.disclosure, "政府信息公开 信息公开 公开政府信息 政府信息"),
  (.comparison, "上年 上年度 去年 上一年 上一年度 同期 同比"),
  (.otherPeriod, "上半年 下半年 季度 历年 历史 近年 以来 往年 前年 明年 次年 近三年 近五年 下一步 力争 争取 预计"),
  (.broad, "全市 全县 全区 全省 全州 全盟 全旗 全系统 各部门 各单位 各县 各区 各镇 各乡 下属 所属 全局系统 市县两级 各级"),
  (.ownOffice, "本级 本机关 本单位 办公室 办公厅 本办"),
  (.foreign, "热线 工单 信访 来信 来访 提案 议案 留言 咨询 投诉 举报 市民 许可 信箱 邮件 群众 建议 意见 不动产 档案"),
  (.limited, "延期 逾期 按期 提前 当场 当年 当面 网上 网络 线上 线下 信函 邮寄 传真 渠道 方式 现场 平台 邮箱 窗口 转办 待 拟 平均 涉及 关于 方面 补正 撤回 撤销 主动撤回 口头"),
  (.each, "各 分别 每 均"), (.except, "除"),
  (.fee, "信息处理费 处理费 收费 费用"), (.feeNotice, "收费通知 缴费通知 收费告知"),
  (.assessment, "考核 考评 考查 绩效 督查 检查 评估"), (.appraisal, "评议 满意度 测评 第三方评估 评价 民意调查 问卷"),
  (.accountability, "责任追究 追责 问责 追究 责任制 责任"),
  (.statisticalPeriod, "统计期限 统计时间 统计区间 统计周期 统计期间"),
  (.contact, "电话 手机 联系 微信"),
  (.weBureau, "我局"), (.weTown, "我镇 我乡"), (.weSubdistrict, "我街道 我街"), (.weCommission, "我委 我厅"),
]
