#include "store/content.hpp"

#include <bit>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <concepts>
#include <limits>
#include <type_traits>

#include "store/codec.hpp"
#include "store/content_bytes.hpp"

namespace klartext::store {
namespace {

template <class Given, class Wanted>
concept like = std::same_as<std::remove_const_t<Given>, Wanted>;

// One list of fields per type, for both directions; rules and ballots of votes come with their own. Alternatives and
// enumerators are stored by their place: new ones are appended, and a change of any list is a new version.

constexpr int newest_version = 6;

template <class T>
concept described = boost::describe::has_describe_members<std::remove_const_t<T>>::value;

template <class Archive, described T>
void fields(Archive& archive, T& it) {
    using members = boost::describe::describe_members<std::remove_const_t<T>, boost::describe::mod_public>;
    boost::mp11::mp_for_each<members>([&](auto member) { archive(it.*member.pointer); });
}

template <class Archive>
void fields(Archive& archive, like<domain::session_settings> auto& it) {
    archive(it.title, it.language, it.notice, it.open_small_group);
}
template <class Archive>
void fields(Archive& archive, like<domain::activity_id> auto& it) {
    archive(it.text);
}
template <class Archive>
void fields(Archive& archive, like<domain::minutes_choices> auto& it) {
    archive(it.about, it.outcome, it.next, it.left_out, it.attached, it.link_days);
}
template <class Archive>
void fields(Archive& archive, like<domain::session_head> auto& it) {
    archive(it.settings, it.frozen_notice);
    if (archive.version() >= 2) archive(it.stage);
    if (archive.version() >= 3) archive(it.minutes);
}
template <class Archive>
void fields(Archive& archive, like<domain::section> auto& it) {
    archive(it.id, it.title);
    if (archive.version() >= 5) archive(it.canvas);
}
template <class Archive>
void fields(Archive& archive, like<domain::card_kind> auto& it) {
    archive(it.id, it.title, it.tone);
}
template <class Archive>
void fields(Archive&, like<domain::present_plan> auto&) {}
template <class Archive>
void fields(Archive& archive, like<domain::brainwriting> auto& it) {
    archive(it.per_turn, it.turn_minutes, it.turns);
}
template <class Archive>
void fields(Archive& archive, like<domain::collect_plan> auto& it) {
    archive(it.sections, it.comments, it.release);
    if (archive.version() >= 5) archive(it.kinds, it.per_person, it.beside, it.layout);
    if (archive.version() >= 6) archive(it.up_votes, it.sheets);
}
template <class Archive>
void fields(Archive& archive, like<domain::item_source> auto& it) {
    archive(it.from, it.take);
    if (archive.version() >= 5) archive(it.count, it.line);
}
template <class Archive>
void fields(Archive& archive, like<domain::vote_plan> auto& it) {
    archive(it.rules, it.items);
}
template <class Archive>
void fields(Archive&, like<domain::feedback_plan> auto&) {}
template <class Archive>
void fields(Archive& archive, like<domain::measures_plan> auto& it) {
    archive(it.items);
}
template <class Archive>
void fields(Archive& archive, like<domain::sign_up_plan> auto& it) {
    archive(it.themes);
}
template <class Archive>
void fields(Archive& archive, like<domain::tag> auto& it) {
    archive(it.id, it.name, it.meaning);
}
template <class Archive>
void fields(Archive& archive, like<domain::measure> auto& it) {
    archive(it.id, it.what, it.who, it.due, it.status, it.about);
}
template <class Archive>
void fields(Archive& archive, like<domain::cluster> auto& it) {
    archive(it.id, it.name);
}
template <class Archive>
void fields(Archive& archive, like<domain::activity> auto& it) {
    archive(it.planned.title, it.planned.prompt, it.planned.minutes, it.planned.plan, it.items, it.clusters);
    if (archive.version() >= 5) archive(it.tags, it.measures, it.texts);
    if (archive.version() >= 6) archive(it.up_voters, it.turn);
}
template <class Archive>
void fields(Archive& archive, like<domain::pending_edit> auto& it) {
    archive(it.text);
}
template <class Archive>
void fields(Archive& archive, like<domain::entry> auto& it) {
    archive(it.text, it.section, it.pending);
    if (archive.version() >= 5) archive(it.kind, it.tags, it.on_behalf);
    if (archive.version() >= 6) archive(it.up_votes, it.answered);
}
template <class Archive>
void fields(Archive& archive, like<domain::kept_up_votes> auto& it) {
    archive(it.entries, it.published);
}

constexpr int days_until(std::chrono::year_month_day day) {
    return static_cast<int>(std::chrono::sys_days(day).time_since_epoch().count());
}
constexpr int first_day = days_until(std::chrono::year(0) / 1 / 1);  ///< of the years that four digits write
constexpr int last_day = days_until(std::chrono::year(9999) / 12 / 31);

template <class Enum>
constexpr Enum first_of = Enum{};
template <class Enum>
constexpr Enum last_of = Enum{};
template <>
constexpr auto last_of<domain::language> = domain::language::en;
template <>
constexpr auto last_of<domain::minutes_file> = domain::minutes_file::zip;
template <>
constexpr auto last_of<domain::release> = domain::release::live;
template <>
constexpr auto last_of<domain::item_source::kind> = domain::item_source::kind::quadrant;
template <>
constexpr auto last_of<domain::canvas_layout> = domain::canvas_layout::pre_mortem;
template <>
constexpr auto last_of<domain::tone> = domain::tone::grey;
template <>
constexpr auto last_of<domain::measure_status> = domain::measure_status::dropped;

template <class Enum>
requires boost::describe::has_describe_enumerators<Enum>::value constexpr Enum first_of<Enum> =
    boost::mp11::mp_front<boost::describe::describe_enumerators<Enum>>::value;
template <class Enum>
requires boost::describe::has_describe_enumerators<Enum>::value constexpr Enum last_of<Enum> =
    boost::mp11::mp_back<boost::describe::describe_enumerators<Enum>>::value;

class writing {
public:
    [[nodiscard]] static int version() { return newest_version; }
    template <class... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }
    [[nodiscard]] std::string take() { return bytes_.take(); }

private:
    void put(const std::string& text) { bytes_.text(text); }
    void put(std::integral auto number) { bytes_.number(number); }
    void put(double number) { bytes_.number(std::bit_cast<std::int64_t>(number)); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value) { bytes_.number(static_cast<int>(value)); }
    template <class Kind>
    void put(const domain::id<Kind>& id) {
        for (const auto byte : id.bytes) bytes_.number(byte);
    }
    void put(const std::chrono::year_month_day& day) {
        bytes_.number(std::chrono::sys_days(day).time_since_epoch().count());
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        bytes_.count(values.size());
        for (const auto& value : values) put(value);
    }
    template <class T>
    void put(const std::set<T>& values) {
        bytes_.count(values.size());
        for (const auto& value : values) put(value);
    }
    template <class Key, class T>
    void put(const std::map<Key, T>& values) {
        bytes_.count(values.size());
        for (const auto& [key, value] : values) (*this)(key, value);
    }
    template <class... Alternatives>
    void put(const std::variant<Alternatives...>& value) {
        put(value.index());
        std::visit([this](const auto& alternative) { put(alternative); }, value);
    }
    template <class T>
    requires std::is_class_v<T>
    void put(const T& value) { fields(*this, value); }

    content_writer bytes_;
};

class reading {
public:
    explicit reading(std::string_view bytes) : bytes_(bytes) { version_ = between(1, newest_version); }
    [[nodiscard]] int version() const { return version_; }

    template <class... Values>
    void operator()(Values&... values) {
        (get(values), ...);
    }
    void end() const { bytes_.end(); }

private:
    template <class Number>
    Number between(Number lowest, Number highest) {
        const auto number = bytes_.number();
        if (number < static_cast<std::int64_t>(lowest) || number > static_cast<std::int64_t>(highest))
            throw unreadable_content("stored content names something unknown");
        return static_cast<Number>(number);
    }

    void get(std::string& text) { text = bytes_.text(); }
    void get(bool& value) { value = between(0, 1) == 1; }
    void get(int& value) { value = between(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()); }
    void get(double& value) { value = std::bit_cast<double>(bytes_.number()); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void get(Enum& value) { value = between(first_of<Enum>, last_of<Enum>); }
    template <class Kind>
    void get(domain::id<Kind>& id) {
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(between(0, 255));
    }
    void get(std::chrono::year_month_day& day) {
        day = std::chrono::sys_days(std::chrono::days(between(first_day, last_day)));
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool there = false;
        get(there);
        value.reset();
        if (there) get(value.emplace());
    }
    template <class T>
    void get(std::vector<T>& values) {
        values.clear();
        values.resize(bytes_.count());
        for (auto& value : values) get(value);
    }
    template <class T>
    void get(std::set<T>& values) {
        values.clear();
        for (auto left = bytes_.count(); left > 0; --left) {
            T value{};
            get(value);
            values.insert(values.end(), std::move(value));
        }
    }
    template <class Key, class T>
    void get(std::map<Key, T>& values) {
        values.clear();
        for (auto left = bytes_.count(); left > 0; --left) {
            Key key{};
            get(key);
            get(values.emplace_hint(values.end(), key, T{})->second);
        }
    }
    template <class... Alternatives>
    void get(std::variant<Alternatives...>& value) {
        const int wanted = between(0, static_cast<int>(sizeof...(Alternatives)) - 1);
        int place = 0;
        ((place++ == wanted ? get(value.template emplace<Alternatives>()) : void()), ...);
    }
    template <class T>
    requires std::is_class_v<T>
    void get(T& value) { fields(*this, value); }

    content_reader bytes_;
    int version_ = newest_version;
};

template <class T>
std::string written(const T& value) {
    writing archive;
    archive(newest_version, value);
    return archive.take();
}

template <class T>
void read(std::string_view bytes, T& value) {
    reading archive(bytes);
    archive(value);
    archive.end();
}

}  // namespace

std::string content_of(const domain::session_head& head) { return written(head); }
void read_content(std::string_view bytes, domain::session_head& head) { read(bytes, head); }

std::string content_of(const domain::activity& activity) { return written(activity); }
void read_content(std::string_view bytes, domain::activity& activity) { read(bytes, activity); }

std::string content_of(const domain::entry& entry) { return written(entry); }
void read_content(std::string_view bytes, domain::entry& entry) { read(bytes, entry); }

std::string content_of(const domain::kept_up_votes& kept) { return written(kept); }
void read_content(std::string_view bytes, domain::kept_up_votes& kept) { read(bytes, kept); }

std::string content_of(const domain::ballot& ballot) { return written(ballot); }
void read_content(std::string_view bytes, domain::ballot& ballot) { read(bytes, ballot); }

}  // namespace klartext::store
