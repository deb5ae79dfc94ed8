import Testing

@testable import Reports

@Suite("Dates")
struct CalendarDateTests {
  @Test(arguments: ["2024-01-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func dayIsRead(_ text: String) {
    #expect(CalendarDate(text)?.iso == text)
  }

  @Test func timeMayFollow() {
    #expect(CalendarDate("2024-01-30 09:00")?.time == "09:00")
    #expect(CalendarDate("2024-01-30   23:59")?.time == "23:59")
    #expect(CalendarDate("2024-01-30")?.time == nil)
  }

  @Test(arguments: [
    "", "2024", "2024-1-30", "24-01-30", "2024-13-01", "2024-00-10", "2024-04-31", "2023-02-29", "1900-02-29",
    "2024-01-00",
    "0000-01-01", "2024/01/30", "2024-01-30 24:00", "2024-01-30 09:60", "2024-01-30 9:00", "2024-01-30 09:00 UTC",
    "2024-01-30T09:00", "２０２４-01-30", "2024--1-30", "2024-01-3a", "+024-01-30", "2024年1月30日",
  ])
  func noSuchDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func orderIsThatOfTime() throws {
    let days = ["2023-12-31", "2024-01-30", "2024-01-30 08:00", "2024-01-30 09:00", "2024-02-01"]
    let dates = try days.map { try #require(CalendarDate($0)) }
    #expect(dates.reversed().sorted() == dates)
  }
}
