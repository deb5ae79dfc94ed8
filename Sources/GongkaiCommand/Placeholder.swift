package enum Gongkai { package static func main() async {} }
