/// The words of the field, by what they mean to the rules: the spellings of each with blanks between them.
///
/// Where several spellings fit, the longest counts. A new one needs nothing but its entry here.
enum FieldWords {
  static let all: [(Word, String)] =
    grammar + requests + reasons + disputes + documents + limits + duties

  private static let grammar: [(Word, String)] = [
    (
      .filler,
      "共 共计 合计 总计 总共 计 为 了 有 的 达 达到 数 数量 总数 总量 件数 案件 情况 已 年度 事项 有效 各类 累计 是 类 案 量 到 总 全国 比 申请人 办件 另有 共有 尚有 还有 仍有 其余 剩余 剩下 仅 依法 按规定 按照规定 提出 提交 任何 有关 相关 对 针对 属于 书面或其他形式 书面和其他形式 书面及其他形式 书面或者其他形式 其他形式 办理结果 处理结果 答复结果 因 因为 由于 引起 引发 事件 全部 予以"
    ),
    (.wholeYear, "全年 本年 本年度 今年 全年度 年内"),
    (.equally, "均为"), (.entirely, "全部为 全部是 全为 都为 都是 皆为 均是 均系 全部来自 均来自 全部由 均由"),
    (.ofWhich, "其中 含 包含 包括"),
    (.growth, "增长 增加 上升"), (.decline, "减少 下降 降低"),
    (.and, "和 及 与 或 以及 或者 并"),
    (.lastYear, "上年 上年度 去年 上一年 上一年度 上个年度"), (.nextYear, "下年 下年度 下一年 下一年度 下个年度 次年 明年 翌年 来年"),
    (.comparison, "同期 同比 上年同期 去年同期"), (.asOf, "截至 截止"),
  ]

  private static let requests: [(Word, String)] = [
    (
      .request,
      "政府信息公开申请 信息公开申请 政务公开申请 政府信息公开申请件 信息公开申请件 依申请公开申请 依申请公开政府信息申请 公开政府信息的申请 公开政府信息申请 政府信息公开的申请 信息公开的申请 申请公开政府信息 申请政府信息公开 申请公开信息 申请信息公开 申请获取政府信息 政府信息申请公开 政府信息申请公开件 政府信息申请 信息申请公开件 要求公开政府信息的申请 要求公开政府信息申请 要求获取政府信息的申请"
    ),
    (.bareRequest, "申请 申请件"),
    (.onRequest, "依申请公开 依申请公开件 依申请公开办件 依申请公开政府信息 依申请公开信息 依申请 依申请件 依申请信息 依申请事项 依申请办件"),
    (.received, "收到 接到 受理 接收 收悉 接受 接获"),
    (.newly, "新收 新收到 新受理 本年新收 新接收 新接到 新增"),
    (
      .handled,
      "办结 答复 已答复 办复 已办结 办理完毕 办理完成 予以答复 作出答复 办理答复 答复办结 办结答复 受理答复 回复 办毕 已办理 全部办结"
    ),
    (.processed, "办理 处理 办理至"), (.continuing, "继续办理 继续办理件 继续答复 继续处理 继续"),
    (.transfer, "结转 转结 结转至 结转到 结转入 转结至 转结到"),
    (.moved, "顺延 接转 延续 跨年 跨年度 转至 转入 转到 延至 延到 留待 跨年办理至 跨年度办理至 顺延至 顺延到 延续至 延续到 遗留"),
    (
      .carriedForward,
      "转下年 转下年度 转下一年 转下一年度 转次年 转明年 跨年办理 跨年度办理 跨年继续办理 跨年度继续办理 正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 仍在办理中 还在办理 还在办理中 在办 办理中 处理中 正在处理 未办结 尚未办结 未答复 尚未答复 未到答复期限 待办结 待答复 未到期 尚未到期"
    ),
    (.granted, "予以公开 准予公开 同意公开 给予公开 公开答复"), (.partial, "部分公开 予以部分公开 部分予以公开"), (.denied, "不予公开"),
    (.unavailable, "无法提供"), (.notProcessed, "不予处理"), (.otherHandling, "其他处理 其它处理"),
    (.naturalPerson, "自然人 公民 个人"),
    (.organizations, "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人或者其它组织 法人或其它组织 法人、其他组织 法人 其他组织"),
    (.company, "企业"),
    (.business, "商业企业"), (.research, "科研机构"), (.publicInterest, "社会公益组织"),
    (.legalService, "法律服务机构"),
    (.share, "占 占比 约占"),
  ]

  /// Why a request was not granted, by the rows of the table.
  private static let reasons: [(Word, String)] = [
    (.stateSecret, "国家秘密"), (.prohibitedByLaw, "法律行政法规禁止公开 法律、行政法规禁止公开 其他法律行政法规禁止公开"),
    (.securityStability, "三安全一稳定 危及三安全一稳定 危及“三安全一稳定”"),
    (.thirdParty, "保护第三方合法权益 第三方合法权益 商业秘密 个人隐私"),
    (.internalAffairs, "三类内部事务信息 内部事务信息"), (.deliberative, "四类过程性信息 过程性信息"),
    (.enforcementFiles, "行政执法案卷 行政执法案卷信息 执法案卷"), (.inquiryMatters, "行政查询事项 行政查询"),
    (
      .notHeld,
      "本机关不掌握相关政府信息 不掌握相关政府信息 不掌握相关信息 不掌握该信息 不掌握 本机关不掌握 本机关不掌握相关信息 信息不存在 政府信息不存在"
    ),
    (.needsCreation, "没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作"),
    (.unclear, "补正后申请内容仍不明确 补正后仍不明确 申请内容不明确 申请内容仍不明确"),
    (.petition, "信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访投诉举报类申请"), (.repeated, "重复申请"),
    (.publication, "要求提供公开出版物 公开出版物"), (.excessive, "无正当理由大量反复申请 大量反复申请"),
    (.reconfirm, "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息"),
    (.notCorrected, "申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正"),
    (.feeUnpaid, "申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴费"),
  ]

  private static let disputes: [(Word, String)] = [
    (.review, "行政复议 行政复议申请 行政复议案件 行政复议案 复议案件"),
    (.litigation, "行政诉讼 提起行政诉讼 提起的行政诉讼 行政诉讼案件 行政诉讼案 诉讼案件"),
    (.upheld, "结果维持 维持"), (.corrected, "结果纠正 纠正"), (.otherResult, "其他结果"),
    (.pending, "尚未审结 未审结 正在审理 正在审理中 审理中 尚在审理 尚在审理中 仍在审理"),
    (.defendant, "被申请 被提起 被诉"),
    (.hearing, "审理 承办 代理 一审 二审 再审 应诉 败诉 出庭 行政应诉 法院 新发生"),
  ]

  private static let documents: [(Word, String)] = [
    (.regulations, "规章 政府规章"), (.normativeDocuments, "行政规范性文件 规范性文件"),
    (.issuing, "制发 制定 出台 印发 新制定 新制发 制定出台 制定印发"), (.repealing, "废止"), (.inForce, "现行有效 继续有效"),
    (.publishing, "公开 主动公开 公布 发布"),
    (.licensing, "行政许可"), (.penalties, "行政处罚"), (.coercion, "行政强制"), (.decision, "处理决定 决定 决定书 作出"),
    (.charges, "行政事业性收费 行政事业性收费金额 行政事业性收费总额"),
  ]

  private static let limits: [(Word, String)] = [
    (.negation, "未 没有 无 没有发生 没有出现 尚未发生 未发生 未出现 未产生 不存在 从未 暂无 尚无"),
    (.disclosure, "政府信息公开 信息公开 公开政府信息 政府信息 政务公开 政府信息公开工作 信息公开工作 政务公开工作 涉及政府信息公开 涉及信息公开 涉政府信息公开"),
    (.otherPeriod, "上半年 下半年 季度 历年 历史 近年 以来 往年 前年 近三年 近五年 下一步 力争 争取 预计"),
    (
      .broad,
      "全市 全县 全区 全省 全州 全盟 全旗 全系统 各部门 各单位 各县 各区 各镇 各乡 下属 所属 全局系统 市县两级 各级"
    ),
    (.ownOffice, "本级 本机关 本单位 办公室 办公厅 本办 本局 本街道 本镇"),
    (
      .foreign,
      "热线 工单 信访 来信 来访 来电 提案 议案 留言 咨询 投诉 举报 许可 信箱 邮件 建议 意见 不动产 档案 公文 公租房 廉租房 保障房 低保 补贴 救助 来函"
    ),
    (
      .limited,
      "延期 逾期 按期 按时 提前 当场 当年 当面 网上 网络 网站 政务服务网 线上 线下 信函 邮寄 邮政 快递 传真 短信 书面 纸质 电子 渠道 方式 现场 平台 邮箱 窗口 转办 待 拟 平均 涉及 关于 方面 补正 撤回 撤销 主动撤回 口头 通过 工作日 免征 减免"
    ),
    (.each, "各 分别 每 均"), (.except, "除"),
  ]

  private static let duties: [(Word, String)] = [
    (.fee, "信息处理费 处理费 收费 费用"), (.feeNotice, "收费通知 缴费通知 收费告知"),
    (.assessment, "考核 考评 考查 绩效 督查 检查 评估"), (.appraisal, "评议 满意度 测评 第三方评估 评价 民意调查 问卷"),
    (.accountability, "责任追究 追责 问责 追究 责任制 责任"),
    (
      .statisticalPeriod,
      "统计期限 统计时间 统计区间 统计周期 统计期间 统计时限 统计时段 统计起止时间 起止时间 统计截止日期 统计截止时间 数据的期限 数据期限 数据时间 数据的时间 数据截止时间 数据截止日期"
    ),
    (.contact, "电话 手机 联系 微信"), (.vehicle, "车牌 车牌号 号牌 牌照 驾驶"),
    (.weBureau, "我局"), (.weTown, "我镇 我乡"), (.weSubdistrict, "我街道 我街"), (.weCommission, "我委 我厅"),
  ]
}
