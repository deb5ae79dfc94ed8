/// The law that prescribes the content and the deadline of reports in a form.
package enum FormLaw: String, Sendable, CaseIterable {
  /// 《政府信息公开条例》
  case disclosureRegulations = "cn-disclosure-regulations"
}

extension FormTable {
  /// The role of a table in the rules, regardless of its id.
  package enum Role: String, Sendable, CaseIterable {
    /// 主动公开
    case disclosure
    /// 依申请公开
    case requests
    /// 行政复议、行政诉讼
    case disputes
  }
}

extension FormSection {
  /// The role of a section in the rules, regardless of its id. For a section with a table, it is the role of the table.
  package enum Role: String, Sendable, CaseIterable {
    case overview, disclosure, requests, disputes, problems
  }

  /// A topic that a section has to mention, even if only to say that there was none.
  package enum Obligation: String, Sendable, CaseIterable {
    /// 信息处理费
    case processingFees = "processing_fees"
  }
}

extension Report {
  /// `nil` for a section that the form does not know, or that no rule refers to.
  package func role(of section: Section) -> FormSection.Role? {
    guard case .form(let index) = section.kind else { return nil }
    return form.sections[index].role
  }

  func mustState(_ obligation: FormSection.Obligation, in section: Section) -> Bool {
    guard case .form(let index) = section.kind else { return false }
    return form.sections[index].obligations.contains(obligation)
  }
}
