#pragma once
#include "domain/commands.hpp"
#include "domain/session_state.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

/// What the wire says of the domain by the domain's own names. Private to this room.
namespace klartext::domain {

BOOST_DESCRIBE_ENUM(language, de, en)
BOOST_DESCRIBE_ENUM(release, waves, covered, live)
BOOST_DESCRIBE_ENUM(tone, yellow, green, red, blue, violet, grey)
BOOST_DESCRIBE_ENUM(canvas_layout, columns, persona, empathy_map, value_proposition, swot, chances_hurdles_risks,
                    stakeholder_map, keep_stop_try, assumption_board, pre_mortem)
BOOST_DESCRIBE_ENUM(measure_status, planned, under_way, done, dropped)
BOOST_DESCRIBE_ENUM(phase, planned, open, closed)
BOOST_DESCRIBE_ENUM(session_phase, draft, running, closed)
BOOST_DESCRIBE_ENUM(minutes_file, pdf, short_pdf, odt, html, markdown, xlsx, csv, json, zip)
BOOST_DESCRIBE_STRUCT(minutes_choices, (), (about, outcome, next, left_out, attached, link_days))
BOOST_DESCRIBE_STRUCT(session_settings, (), (title, language, notice, open_small_group))

}  // namespace klartext::domain
