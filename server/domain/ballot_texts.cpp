#include "domain/ballot.hpp"
#include "domain/text.hpp"

#include <boost/describe/members.hpp>

#include <algorithm>
#include <type_traits>

namespace klartext::domain {
namespace {

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Whether there can be a text in it, at whatever depth. Whatever else ballots are made of does not compile.
template <class T>
struct text_in;
template <>
struct text_in<std::string> : std::true_type {};
template <class T>
requires std::is_arithmetic_v<T> || std::is_enum_v<T>
struct text_in<T> : std::false_type {
};
template <class T>
struct text_in<std::vector<T>> : text_in<T> {};
template <class T>
struct text_in<std::optional<T>> : text_in<T> {};
template <class Key, class T>
struct text_in<std::map<Key, T>> : std::disjunction<text_in<Key>, text_in<T>> {};
template <class T>
requires boost::describe::has_describe_members<T>::value struct text_in<T> {
    static constexpr bool value = [] {
        bool found = false;
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
            using type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            found = found || text_in<type>::value;
        });
        return found;
    }();
};

/// Takes every text out of a ballot by its description. One in a place that is not known here does not compile.
struct text_taker {
    std::vector<text_apart>& taken;

    void take(std::optional<item_number> item, std::string& text) const {
        if (const auto said = trimmed(text); !said.empty()) taken.push_back({item, std::string(said)});
        text.clear();
    }
    void operator()(std::string& text) const { take(std::nullopt, text); }
    void operator()(std::map<item_number, std::string>& texts) const {
        for (auto& [item, text] : texts) take(item, text);
        texts.clear();
    }
    template <class Other>
    void operator()(Other&) const {
        static_assert(!text_in<Other>::value, "a text of a ballot that would stay in it: say here how to take it out");
    }
};

/// Whether the ballot was texts and nothing else.
template <class Ballot>
bool take_texts(Ballot& ballot, std::vector<text_apart>& taken) {
    const auto before = taken.size();
    boost::mp11::mp_for_each<members_of<Ballot>>([&](auto member) { text_taker{taken}(ballot.*member.pointer); });
    return taken.size() > before && ballot == Ballot{};
}

}  // namespace

texts_apart take_texts(std::map<stamp_hash, counted_ballot>& ballots) {
    texts_apart apart;
    for (auto& [stamp, counted] : ballots)
        apart.alone += std::visit([&](auto& own) { return take_texts(own, apart.texts); }, counted.ballot);
    std::ranges::sort(apart.texts);
    return apart;
}

void put_texts(tally_result& result, const texts_apart& apart) {
    boost::mp11::mp_with_index<std::variant_size_v<tally_result>>(result.index(), [&](auto place) {
        using method = boost::mp11::mp_at<methods, decltype(place)>;
        if constexpr (text_in<typename method::ballot>::value) {
            auto& own = std::get<decltype(place)::value>(result);
            put_texts(own, apart);
            own.abstentions -= apart.alone;
        }
    });
}

}  // namespace klartext::domain
