#pragma once
#include "domain/ballot.hpp"
#include "protocol/minutes.hpp"

/// What a vote of each method is in the minutes: one file each beside this one, and its lines here.
namespace klartext::minutes {

/// The method, and what its rules were.
void write_rules(const domain::single_choice_rules&, protocol::vote&);
void write_rules(const domain::dots_rules&, protocol::vote&);
void write_rules(const domain::agree_disagree_rules&, protocol::vote&);
void write_rules(const domain::rating_rules&, protocol::vote&);
void write_rules(const domain::multiple_choice_rules&, protocol::vote&);
void write_rules(const domain::approval_rules&, protocol::vote&);
void write_rules(const domain::points_rules&, protocol::vote&);
void write_rules(const domain::ranking_rules&, protocol::vote&);
void write_rules(const domain::multi_criteria_rules&, protocol::vote&);
void write_rules(const domain::consensing_rules&, protocol::vote&);
void write_rules(const domain::estimate_rules&, protocol::vote&);
void write_rules(const domain::open_text_rules&, protocol::vote&);

/// What each item of the vote got, and what the result says beside that. The items are there already.
void write_result(const domain::single_choice_result&, protocol::vote&);
void write_result(const domain::dots_result&, protocol::vote&);
void write_result(const domain::agree_disagree_result&, protocol::vote&);
void write_result(const domain::rating_result&, protocol::vote&);
void write_result(const domain::multiple_choice_result&, protocol::vote&);
void write_result(const domain::approval_result&, protocol::vote&);
void write_result(const domain::points_result&, protocol::vote&);
void write_result(const domain::ranking_result&, protocol::vote&);
void write_result(const domain::multi_criteria_result&, protocol::vote&);
void write_result(const domain::consensing_result&, protocol::vote&);
void write_result(const domain::estimate_result&, protocol::vote&);
void write_result(const domain::open_text_result&, protocol::vote&);

/// What a second round shows of the first, of the same method and of the same items: how often each step was chosen
/// then, or where the middle was. Other methods show nothing of it.
template <class Result>
void write_before(const Result&, protocol::vote&) {}
void write_before(const domain::rating_result&, protocol::vote&);
void write_before(const domain::multi_criteria_result&, protocol::vote&);
void write_before(const domain::consensing_result&, protocol::vote&);
void write_before(const domain::estimate_result&, protocol::vote&);

}  // namespace klartext::minutes
