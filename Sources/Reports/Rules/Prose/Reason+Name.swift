internal import Diagnostics

extension Statement.Reason {
  var name: LocalizedText {
    switch self {
    case .stateSecret: LocalizedText("属于国家秘密", en: "state secrets")
    case .prohibitedByLaw: LocalizedText("其他法律行政法规禁止公开", en: "prohibited by law")
    case .securityStability: LocalizedText("危及“三安全一稳定”", en: "security and stability")
    case .thirdParty: LocalizedText("保护第三方合法权益", en: "rights of third parties")
    case .internalAffairs: LocalizedText("属于三类内部事务信息", en: "internal affairs")
    case .deliberative: LocalizedText("属于四类过程性信息", en: "deliberative information")
    case .enforcementFiles: LocalizedText("属于行政执法案卷", en: "enforcement files")
    case .inquiryMatters: LocalizedText("属于行政查询事项", en: "matters of inquiry")
    case .notHeld: LocalizedText("本机关不掌握相关政府信息", en: "information that is not held")
    case .needsCreation: LocalizedText("没有现成信息需要另行制作", en: "information that would have to be made")
    case .unclear: LocalizedText("补正后申请内容仍不明确", en: "unclear requests")
    case .petition: LocalizedText("信访举报投诉类申请", en: "petitions and complaints")
    case .repeated: LocalizedText("重复申请", en: "repeated requests")
    case .publication: LocalizedText("要求提供公开出版物", en: "publications")
    case .excessive: LocalizedText("无正当理由大量反复申请", en: "excessive requests")
    case .reconfirm: LocalizedText("要求确认或重新出具已获取信息", en: "information already held")
    case .notCorrected: LocalizedText("逾期不补正", en: "requests not corrected in time")
    case .feeUnpaid: LocalizedText("逾期未缴纳费用", en: "fees not paid in time")
    }
  }
}
