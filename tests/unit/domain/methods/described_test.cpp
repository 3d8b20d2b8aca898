#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string>

#include "domain/ballot.hpp"

/// What reads and writes ballots goes by the descriptions: each field has to be in them, and of a kind that JSON has.
namespace klartext::domain {
namespace {

using namespace boost::mp11;
using namespace boost::describe;

struct anything {
    template <class T>
    operator T() const;
};

template <class T, class... Given>
constexpr std::size_t fields_in() {
    if constexpr (requires { T{Given{}..., anything{}}; })
        return fields_in<T, Given..., anything>();
    else
        return sizeof...(Given);
}

template <class T>
struct sayable : has_describe_enumerators<T> {};
template <class T>
requires mp_contains<mp_list<bool, int, std::int64_t, double, std::string>, T>::value struct sayable<T>
    : std::true_type {
};
template <class T>
struct sayable<std::optional<T>> : sayable<T> {};
template <class T>
struct sayable<std::vector<T>> : sayable<T> {};
template <class T>
struct sayable<std::map<item_number, T>> : sayable<T> {};

template <class Struct, class Field>
struct type_of;
template <class Struct, class Type>
struct type_of<Struct, Type Struct::*> {
    using type = Type;
};

template <class T>
requires has_describe_members<T>::value struct sayable<T> {
    using members = describe_members<T, mod_public>;
    template <class Member>
    using is_sayable = sayable<typename type_of<T, std::remove_const_t<decltype(Member::pointer)>>::type>;
    static constexpr bool value = mp_size<members>::value == fields_in<T>() && mp_all_of<members, is_sayable>::value;
};

template <class Method>
using is_sayable = mp_bool<sayable<typename Method::rules>::value && sayable<typename Method::ballot>::value &&
                           sayable<typename Method::result>::value>;

TEST(Described, EachFieldOfEachMethodIsDescribedAndHasAFormInJson) {
    mp_for_each<methods>([](auto method) {
        using one = decltype(method);
        EXPECT_TRUE(is_sayable<one>::value) << one::rules::method;
    });
}

TEST(Described, RulesBallotAndResultAreOfOneName) {
    mp_for_each<methods>([](auto method) {
        using one = decltype(method);
        EXPECT_STREQ(one::rules::method, one::ballot::method);
        EXPECT_STREQ(one::rules::method, one::result::method);
    });
}

const auto& rows_of(const auto& result) {
    if constexpr (requires { result.rows; })
        return result.rows;
    else
        return result.counts;
}

TEST(Described, AnAbstentionIsAllowedByEveryMethod) {
    mp_for_each<methods>([](auto method) {
        using one = decltype(method);
        EXPECT_TRUE(check(typename one::rules{}, 3, typename one::ballot{})) << one::rules::method;
        const std::vector<typename one::ballot> ballots(2);
        const typename one::result result = tally(typename one::rules{}, 3, std::span(ballots));
        EXPECT_EQ(rows_of(result).size(), 3u) << one::rules::method;
        EXPECT_EQ(result.ballots, 2) << one::rules::method;
        EXPECT_EQ(result.abstentions, 2) << one::rules::method;
    });
}

struct forgetful {
    std::optional<double> said;
    std::string forgotten;
    std::map<int, std::vector<bool>> also;
};
BOOST_DESCRIBE_STRUCT(forgetful, (), (said, also))
struct unsayable {
    float number;
};
BOOST_DESCRIBE_STRUCT(unsayable, (), (number))

TEST(Described, AFieldThatIsForgottenOrCannotBeSaidIsFound) {
    EXPECT_EQ(fields_in<forgetful>(), 3u);
    EXPECT_FALSE(sayable<forgetful>::value);
    EXPECT_FALSE(sayable<unsayable>::value);
}

}  // namespace
}  // namespace klartext::domain
