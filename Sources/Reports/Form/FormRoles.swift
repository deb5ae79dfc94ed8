/// The law that says what a report in a form has to hold, and when it is due.
package enum FormLaw: String, Sendable, CaseIterable {
  /// 《政府信息公开条例》
  case disclosureRegulations = "cn-disclosure-regulations"
}

extension FormTable {
  /// What a table is to the rules, whatever its id.
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
  /// What a section is to the rules, whatever its id; of one that owns a table the role of the table.
  package enum Role: String, Sendable, CaseIterable {
    case overview, disclosure, requests, disputes, problems
  }

  /// What a section has to speak of, be it to say that there was none.
  package enum Obligation: String, Sendable, CaseIterable {
    /// 信息处理费
    case processingFees = "processing_fees"
  }
}

extension Report {
  /// `nil` for a section that the form does not know, and for one that no rule speaks of.
  package func role(of section: Section) -> FormSection.Role? {
    guard case .form(let index) = section.kind else { return nil }
    return form.sections[index].role
  }

  func mustState(_ obligation: FormSection.Obligation, in section: Section) -> Bool {
    guard case .form(let index) = section.kind else { return false }
    return form.sections[index].obligations.contains(obligation)
  }
}
