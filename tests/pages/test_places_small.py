"""What stands below each heading of the small guide, in literal words: and so, what does not stand there.

How a page is written as lines is told in `helpers/places.py`.
"""

from __future__ import annotations

import dataclasses
import re

import pytest

from helpers.places import places
from pathway.pages import guide
from pathway.pages.render import render
from pathway.pages.site import Site
from pathway.records.content import Content
from pathway.records.fields import Text
from pathway.records.guide import Change

Places = dict[str, dict[str, str]]
PLACES = {
    "feeling-unwell.md": {
        "": "# Something is wrong Emergency now <tel:112> <#level--call> Call 112 112: the Netherlands. Elsewhere: the number of your own country. When air hisses out: stop. <#level--call> Call now By day or night. After a fall on the head: call, day or night. Name My team Telephone, by day and by night Find your sign <#fall> You fell <#hiss> Air hisses out",
        "fall": "You fell: <ambulance> <#level--ambulance> Emergency now Someone who fell on the head must not get up. <call> <#level--call> Call now Someone who fell and is sore should not ride on. Until help comes Sit down in the shade.",
        "hiss": "Air hisses out: <call> <#level--call> Call now Stop and get down when air hisses out. <usual> <#level--usual> Usual A short hiss at the valve means nothing.",
        "hiss > More help with some options": "<#unwell--sealant> Sealant",
        "never--suddenly": "Never stop suddenly: Never brake hard on the flat wheel.",
        "by--treatment": "By option: Some options ask for more help, or sooner. This counts first.",
        "by--treatment > Sealant": "<call> <#level--call> Call now Air hisses out. Fluid in the eye must be washed out. Mending a bicycle tire. Checked 2024-01-31. Edition <edition>.",
        "by--treatment > Where these rules come from": "Where sources differ, the rule is mostly the safer one.",
        "by--treatment > You fell": "- Someone who fell on the head must not get up. - Someone who fell and is sore should not ride on. - Sit down in the shade.",
        "by--treatment > Air hisses out": "- Stop and get down when air hisses out. - A short hiss at the valve means nothing. - Fluid in the eye must be washed out. - The magazine would ride on with a hiss.",
        "by--treatment > Never stop suddenly": "- Never brake hard on the flat wheel.",
        "by--treatment > Words and sources": "A shop: Advice of a shop <sources.md#shop>. The magazine 2015: A test of sealants <sources.md#test-2015>. Read it <https://example.org/sealants>",
    },
    "decision-guide/index.md": {
        "": "# Decision guide",
        "paper": "Call 112 (the Netherlands; elsewhere the number of your own country). After a fall on the head: call, day or night. When air hisses out: stop. Notes",
        "start": "Question 1. At most 1 more question. Is the hole small?: A patch covers a small hole only. <#mend> <#picture--wheel> Yes, it is small <#large-where> <#picture--wheel> No, it is large <#slow-where> <#picture--wheel> I see none <#start--unsure>? I don’t know yet",
        "start > The whole guide as one picture": "Where am I? Each box leads to its page. The blue line is the way to the page that you come from. Small hole Large hole No hole seen At home On the way At home On the way <#mend> Small hole <#change> Large hole, at home <#seal> Large hole, on the way <#large-where> Where are you? <#soak> No hole, at home <#pump> No hole, on the way <#slow-where> Where are you? <#start> How large is it? <#mend> Small hole: Put on a piece, New tube. <#change> Large hole, at home: New tube. <#seal> Large hole, on the way: Sealant. <#soak> No hole, at home: Put on a piece, New tube. <#pump> No hole, on the way: Sealant. <#start> Is the hole small?",
        "start > Small hole": "<#mend> Small hole Put on a piece, New tube",
        "start > Large hole": "<#large-where> Are you at home?",
        "start > At home": "<#soak> No hole, at home Put on a piece, New tube",
        "start > On the way": "<#pump> No hole, on the way Sealant Asked in every result Answer What it adds Is it raining? Dry Nothing Rain Put on a piece: Usually not for this case; Sealant: For some people Do you carry a load? No load Nothing Heavy load New tube: Usually discussed first; Put on a piece: For some people",
        "start > No hole seen": "<#slow-where> Are you at home?",
        "start--unsure": "Is the hole small? I don’t know yet: Who may know: Anyone with a bucket of water. What shows it: Hold it under water and look for bubbles.",
        "start--always": "Possible whatever the answer: No option is named for every answer.",
        "start--depends": "What each answer would add: <#picture--wheel> Yes, it is small. This would add: Put on a piece, New tube. <#mend> Go on with this answer: Yes, it is small <#picture--wheel> No, it is large. This would add: New tube, Sealant. <#large-where> Go on with this answer: No, it is large <#picture--wheel> I see none. This would add: Put on a piece, New tube, Sealant. <#slow-where> Go on with this answer: I see none <#start> Back to the question Print this one. Then print with your browser: only this page comes out.",
        "large-where": "Question 2. This is the last one. Are you at home?: The wheel must come off for a new tube. <#change> Yes, I am <#seal> No, I am on the way <#large-where--unsure> I don’t know yet",
        "large-where > This page is for: Large hole": "Is the hole small? Large hole <#start> Change",
        "large-where--unsure": "Are you at home? I don’t know yet:",
        "large-where--unsure > This page is for: Large hole": "Is the hole small? Large hole <#start> Change Who may know: You. What shows it: Look around you.",
        "large-where--always": "Possible whatever the answer: No option is named for every answer.",
        "large-where--depends": "What each answer would add: Yes, I am. This would add: New tube. <#change> Go on with this answer: Yes, I am No, I am on the way. This would add: Sealant. <#seal> Go on with this answer: No, I am on the way <#large-where> Back to the question Print this one. Then print with your browser: only this page comes out.",
        "slow-where": "Question 2. This is the last one. Are you at home?: The wheel must come off for a new tube. <#soak> Yes, I am <#pump> No, I am on the way <#slow-where--unsure> I don’t know yet",
        "slow-where > This page is for: No hole seen": "Is the hole small? No hole seen <#start> Change",
        "slow-where--unsure": "Are you at home? I don’t know yet:",
        "slow-where--unsure > This page is for: No hole seen": "Is the hole small? No hole seen <#start> Change Who may know: You. What shows it: Look around you.",
        "slow-where--always": "Possible whatever the answer: No option is named for every answer.",
        "slow-where--depends": "What each answer would add: Yes, I am. This would add: Put on a piece, New tube. <#soak> Go on with this answer: Yes, I am No, I am on the way. This would add: Sealant. <#pump> Go on with this answer: No, I am on the way <#slow-where> Back to the question Print this one. Then print with your browser: only this page comes out.",
        "mend": "<#picture--wheel> Options to talk about if Your hole is small:",
        "mend > Change an answer": "Is the hole small? Small hole <#start> Change Put on a piece. Small holes can be mended. [1] <weather-rain> With “Rain”: Glue does not hold on wet rubber. [2] Ask: why is it usually not for me?",
        "mend--first": "Usually discussed first:",
        "o--1-first-1": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber Why: Small holes can be mended. [1] <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1]",
        "o--1-first-moved-1": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. <load-heavy> With “Heavy load”: A heavy load asks for a whole ring. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "mend--some": "For some people:",
        "o--1-some-1": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. Why: A whole inner tube works for a hole of any size. [1] If: You have one at hand. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "o--1-some-moved-1": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber <load-heavy> With “Heavy load”: A heavy load may open the place again. <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1]",
        "o--1-some-moved-2": "Sealant <../treatments/sealant.md>: <sealant> A fluid that closes the hole from inside. <weather-rain> With “Rain”: Rain does not keep the fluid out. If: You have a can of sealant. <benefit> Benefit The wheel stays on. [3] <harm> Risk It makes a mess. [2] Compare what I ticked <../treatments/index.md>",
        "mend--next": "Your next step: Find the hole first.",
        "mend--asks": "Questions to ask: Where is the hole? How long will it hold? Which size do I need? Print my sheet Print this one. Then print with your browser: only this page comes out.",
        "mend--asks > Keep in mind": "Look for the cause before you mend the tire. [1]",
        "mend--asks > What is not known": "The leaflet does not say when a tire is too old. Who may know: A shop.",
        "mend--asks > Why this list": "The order of the options rests on these statements: - The club mends before it changes. [1] Words and sources <#page--end>",
        "mend--asks > What would change it": "If instead “No, it is large”: <#large-where> Large hole, at home; Large hole, on the way If instead “I see none”: <#slow-where> No hole, at home; No hole, on the way",
        "mend--asks > What was said in 1998": "Let the glue dry for 5 to 10 minutes. [1]",
        "change": "Options to talk about if Your hole is large, and you are at home:",
        "change > Change an answer": "Is the hole small? Large hole <#start> Change Are you at home? At home <#large-where> Change Put on a piece. <weather-rain> With “Rain”: Glue does not hold on wet rubber. [2] Ask: why is it usually not for me?",
        "change--some": "Options to talk about:",
        "o--2-some-1": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. Why: A whole inner tube works for a hole of any size. [1] <load-heavy> With “Heavy load”: A heavy load asks for a whole ring. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "o--2-some-moved-1": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber <load-heavy> With “Heavy load”: A heavy load may open the place again. <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1]",
        "o--2-some-moved-2": "Sealant <../treatments/sealant.md>: <sealant> A fluid that closes the hole from inside. <weather-rain> With “Rain”: Rain does not keep the fluid out. If: You have a can of sealant. <benefit> Benefit The wheel stays on. [3] <harm> Risk It makes a mess. [2] No source we read ranks these. Compare what I ticked <../treatments/index.md>",
        "change--next": "Your next step: Take the wheel off.",
        "change--asks": "Questions to ask: Where is the hole? How long will it hold? Which size do I need? Print my sheet Print this one. Then print with your browser: only this page comes out.",
        "change--asks > Why this list": "No source we read ranks these. Words and sources <#page--end>",
        "change--asks > What would change it": "If instead “Yes, it is small”: <#mend> Small hole If instead “I see none”: <#slow-where> No hole, at home; No hole, on the way If instead “No, I am on the way”: <#seal> Large hole, on the way",
        "seal": "Options to talk about if Your hole is large, and you are on the way:",
        "seal > Change an answer": "Is the hole small? Large hole <#start> Change Are you at home? On the way <#large-where> Change Put on a piece. <weather-rain> With “Rain”: Glue does not hold on wet rubber. [2] Ask: why is it usually not for me?",
        "seal--some": "Options to talk about:",
        "o--3-some-1": "Sealant <../treatments/sealant.md>: <sealant> A fluid that closes the hole from inside. Why: Riders who are far from home can use it. [3] [2] <weather-rain> With “Rain”: Rain does not keep the fluid out. If: You have a can of sealant. <benefit> Benefit The wheel stays on. [3] <harm> Risk It makes a mess. [2]",
        "o--3-some-moved-1": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. <load-heavy> With “Heavy load”: A heavy load asks for a whole ring. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "o--3-some-moved-2": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber <load-heavy> With “Heavy load”: A heavy load may open the place again. <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1] No source we read ranks these. Compare what I ticked <../treatments/index.md>",
        "seal--next": "Your next step: Ride home slowly.",
        "seal--asks": "Questions to ask: Where is the hole? How long will it hold? Which size do I need? Print my sheet Print this one. Then print with your browser: only this page comes out.",
        "seal--asks > Usually not for this case (1)": "New tube. The wheel must come off for it. [1]",
        "seal--asks > What is not known": "No source says how long the fluid lasts in heat. Who may know: A maker of it.",
        "seal--asks > Why this list": "No source we read ranks these. Words and sources <#page--end>",
        "seal--asks > What would change it": "If instead “Yes, it is small”: <#mend> Small hole If instead “I see none”: <#slow-where> No hole, at home; No hole, on the way If instead “Yes, I am”: <#change> Large hole, at home",
        "soak": "Options to talk about if You see no hole, and you are at home:",
        "soak > Change an answer": "Is the hole small? No hole seen <#start> Change Are you at home? At home <#slow-where> Change Put on a piece. Slow leaks show as bubbles in a bucket. [2] If: The water shows the hole. <weather-rain> With “Rain”: Glue does not hold on wet rubber. [2] Ask: why is it usually not for me?",
        "soak--some": "Options to talk about:",
        "o--4-some-1": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber Why: Slow leaks show as bubbles in a bucket. [2] If: The water shows the hole. <load-heavy> With “Heavy load”: A heavy load may open the place again. <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1]",
        "o--4-some-2": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. Why: A whole inner tube works for a hole of any size. [1] <load-heavy> With “Heavy load”: A heavy load asks for a whole ring. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "o--4-some-moved-1": "Sealant <../treatments/sealant.md>: <sealant> A fluid that closes the hole from inside. <weather-rain> With “Rain”: Rain does not keep the fluid out. If: You have a can of sealant. <benefit> Benefit The wheel stays on. [3] <harm> Risk It makes a mess. [2] No source we read ranks these. Compare what I ticked <../treatments/index.md>",
        "soak--next": "Your next step: Fill a bucket.",
        "soak--asks": "Questions to ask: Where is the hole? How long will it hold? Which size do I need? Print my sheet Print this one. Then print with your browser: only this page comes out.",
        "soak--asks > Why this list": "No source we read ranks these. Words and sources <#page--end>",
        "soak--asks > What would change it": "If instead “Yes, it is small”: <#mend> Small hole If instead “No, it is large”: <#large-where> Large hole, at home; Large hole, on the way If instead “No, I am on the way”: <#pump> No hole, on the way",
        "pump": "Options to talk about if You see no hole, and you are on the way:",
        "pump > Change an answer": "Is the hole small? No hole seen <#start> Change Are you at home? On the way <#slow-where> Change Put on a piece. <weather-rain> With “Rain”: Glue does not hold on wet rubber. [2] Ask: why is it usually not for me?",
        "pump--some": "Options to talk about:",
        "o--5-some-1": "Sealant <../treatments/sealant.md>: <sealant> A fluid that closes the hole from inside. Why: Riders who are far from home can use it. [3] [2] <weather-rain> With “Rain”: Rain does not keep the fluid out. If: You have a can of sealant. <benefit> Benefit The wheel stays on. [3] <harm> Risk It makes a mess. [2]",
        "o--5-some-moved-1": "New tube <../treatments/new-tube.md>: <new-tube> The inner tube is changed as a whole. <load-heavy> With “Heavy load”: A heavy load asks for a whole ring. <benefit> Benefit The work is soon done, in 20 minutes or less. [1] <harm> Risk The old one is thrown away. [1]",
        "o--5-some-moved-2": "Put on a piece <../treatments/patch.md>: <patch> A glued piece of rubber <load-heavy> With “Heavy load”: A heavy load may open the place again. <benefit> <#dots--patches-hold> Benefit It is cheap, and about 85 to 90 in 100 patches hold. [1] <harm> Risk The glue takes time to dry. [1] No source we read ranks these. Compare what I ticked <../treatments/index.md>",
        "pump--next": "Your next step: Pump it up, and listen.",
        "pump--asks": "Questions to ask: Where is the hole? How long will it hold? Which size do I need? Print my sheet Print this one. Then print with your browser: only this page comes out.",
        "pump--asks > Usually not for this case (1)": "New tube. The wheel must come off for it. [1]",
        "pump--asks > Why this list": "No source we read ranks these. Words and sources <#page--end>",
        "pump--asks > What would change it": "If instead “Yes, it is small”: <#mend> Small hole If instead “No, it is large”: <#large-where> Large hole, at home; Large hole, on the way If instead “Yes, I am”: <#soak> No hole, at home",
        "narrowing > Know more? Fit the list to you": "Is it raining? <weather-dry> Dry <weather-rain> Rain Do you carry a load? <load-light> No load <load-heavy> Heavy load Clear <weather-dry> You chose Dry. The list stays the same. <weather-rain> You chose Rain. Wet brakes take longer to stop you. <load-light> You chose No load. The list stays the same. <load-heavy> You chose Heavy load.",
        "chosen": "<weather-rain> With “Rain” Find a dry place. Where can I find a dry place?",
        "page--end": "Words and sources: A club 1998: A leaflet on tires <../base-source.md#leaflet-1998>. A shop: Advice of a shop <../sources.md#shop>. The magazine 2015: A test of sealants <../sources.md#test-2015>. Read it <https://example.org/sealants>",
    },
    "treatments/index.md": {
        "": "# Compare",
        " > Pick two to four": "<patch> Put on a piece <new-tube> New tube <sealant> Sealant Clear What it is How it is done The night after What is normal How often Main benefit Main risk Who it may not suit",
        "compare--patch": "Put on a piece <patch.md>: Put on a piece A glued piece of rubber Put on a piece How it is done Some kinds stick without glue. Put on a piece The night after Not told Put on a piece What is normal Not told Put on a piece How often Not told <benefit> Put on a piece Main benefit It is cheap, and about 85 to 90 in 100 patches hold. Put on a piece Main risk The glue takes time to dry. Put on a piece Who it may not suit Glue does not hold on wet rubber.",
        "compare--new-tube": "New tube <new-tube.md>: New tube The inner tube is changed as a whole. New tube How it is done Not told New tube The night after Look at the air again on the next day. New tube What is normal Not told New tube How often Not told New tube Main benefit The work is soon done, in 20 minutes or less. New tube Main risk The old one is thrown away. New tube Who it may not suit The wheel must come off for it.",
        "compare--sealant": "Sealant <sealant.md>: Sealant A fluid that closes the hole from inside. Sealant How it is done Not told Sealant The night after Not told Sealant What is normal Not told Sealant How often Not told Sealant Main benefit The wheel stays on. Sealant Main risk It makes a mess. Sealant Who it may not suit Not told",
    },
    "treatments/patch.md": {
        "": "# Patch In the lists of this guide: Put on a piece. A piece of rubber that is glued over the hole. [1] On this page <#patch--happens> What happens <#patch--works> How well it works <#patch--risks> Risks <#patch--suiting> Who it may suit, and who not <#patch--questions> Questions to ask Covered Drawn for this guide. [1] [2]",
        "patch--happens": "What happens:",
        "patch--before": "Before: Look for the cause before you mend the tire <#word--tire>. [1]",
        "patch--day": "How it is done: Some kinds stick without glue. [2]",
        "patch--works": "How well it works: <benefit> It costs little, and in one summer about 85 to 90 in 100 patches hold. [1]",
        "patch--risks": "Risks: The glue takes time to dry. [1] A heavy load may open the place again. [2] Something wrong? When to call, and whom <../feeling-unwell.md>",
        "patch--suiting": "Who it may suit, and who not:",
        "patch--suits": "Who it may suit: Small holes can be mended. [1] Slow leaks show as bubbles in a bucket. [2]",
        "patch--not-suits": "Who it may not suit: Glue does not hold on wet rubber. [2]",
        "patch--questions": "Questions to ask: Where is the hole? How long will it hold? Compare it with others <index.md#pick=patch>",
        "patch--questions > Results of the guide that name it": "Usually discussed first - Small hole <../decision-guide/index.md#mend> Options to talk about - No hole, at home <../decision-guide/index.md#soak>",
        "patch--questions > What is not known": "- The leaflet does not say when a tire is too old. Who may know: A shop.",
        "patch--questions > What was said in 1998": "Let the glue dry for 5 to 10 minutes. [1] Not told by the sources we read: The night after; Afterwards; What is normal; How often.",
        "patch--questions > Words and sources": "tire The rubber ring around a wheel. A club 1998: A leaflet on tires <../base-source.md#leaflet-1998>. A shop: Advice of a shop <../sources.md#shop>.",
    },
    "treatments/new-tube.md": {
        "": "# New tube The inner tube <#word--inner-tube> is changed as a whole. [1] On this page <#new-tube--happens> What happens <#new-tube--works> How well it works <#new-tube--risks> Risks <#new-tube--suiting> Who it may suit, and who not <#new-tube--questions> Questions to ask Changed The wheel stands still. Drawn for this guide. [1] [2] A whole inner tube works for a hole of any size. [1]",
        "new-tube--happens": "What happens:",
        "new-tube--nights": "The night after: Look at the air again on the next day. [2]",
        "new-tube--works": "How well it works: The work is soon done, in 20 minutes or less. [1]",
        "new-tube--risks": "Risks: The old one is thrown away. [1] Something wrong? When to call, and whom <../feeling-unwell.md>",
        "new-tube--suiting": "Who it may suit, and who not:",
        "new-tube--suits": "Who it may suit: A heavy load asks for a whole ring. [2]",
        "new-tube--not-suits": "Who it may not suit: The wheel must come off for it. [1]",
        "new-tube--questions": "Questions to ask: Which size do I need? Compare it with others <index.md#pick=new-tube>",
        "new-tube--questions > Results of the guide that name it": "Options to talk about - Large hole, at home <../decision-guide/index.md#change> - No hole, at home <../decision-guide/index.md#soak> For some people - Small hole <../decision-guide/index.md#mend> Usually not for this case - Large hole, on the way <../decision-guide/index.md#seal> - No hole, on the way <../decision-guide/index.md#pump> Not told by the sources we read: Before; How it is done; Afterwards; What is normal; How often.",
        "new-tube--questions > Words and sources": "inner tube (INN-er toob) The ring inside a tire that holds the air. A club 1998: A leaflet on tires <../base-source.md#leaflet-1998>. A shop: Advice of a shop <../sources.md#shop>.",
    },
    "treatments/sealant.md": {
        "": "# Sealant A fluid that closes the hole from inside. [1] On this page <#sealant--happens> What happens <#sealant--works> How well it works <#sealant--risks> Risks <#sealant--suiting> Who it may suit, and who not <#sealant--questions> Questions to ask A tire <#word--tire> with cracks is too old. [2]",
        "sealant--happens": "What happens:",
        "sealant--after": "Afterwards: Spots on the frame are usual. [1]",
        "sealant--works": "How well it works: The wheel stays on. [1]",
        "sealant--risks": "Risks: It makes a mess. [2] Something wrong? When to call, and whom <../feeling-unwell.md>",
        "sealant--suiting": "Who it may suit, and who not:",
        "sealant--suits": "Who it may suit: Riders who are far from home can use it. [1] [2]",
        "sealant--questions": "Questions to ask: How long will it hold? Compare it with others <index.md#pick=sealant>",
        "sealant--questions > Results of the guide that name it": "Options to talk about - Large hole, on the way <../decision-guide/index.md#seal> - No hole, on the way <../decision-guide/index.md#pump>",
        "sealant--questions > What is not known": "- No source says how long the fluid lasts in heat. Who may know: A maker of it. Not told by the sources we read: Before; How it is done; The night after; What is normal; How often; Who it may not suit.",
        "sealant--questions > Words and sources": "tire The rubber ring around a wheel. The magazine 2015: A test of sealants <../sources.md#test-2015>. Read it <https://example.org/sealants> A shop: Advice of a shop <../sources.md#shop>.",
    },
    "my-appointment.md": {
        "": "# My visit Mending a bicycle tire. Checked 2024-01-31. Edition <edition>. Name Date of the visit Telephone, by day and by night Tick what you want to ask, and print it. Nothing is kept or sent. Tick, then print with your browser. Without scripts the whole list is printed, with the folds that you open. <#stage--first> About my case <#stage--before> Before I decide <#stage--after> Afterwards <#stage--values> What matters to me",
        "stage--first": "About my case: Where is the hole?",
        "stage--before": "Before I decide: How long will it hold? The way home may be long. Which size do I need?",
        "stage--after": "Afterwards: When may I ride again?",
        "stage--own": "My own questions: Print what I ticked",
        "stage--values": "What matters to me: What you hope for, and what you fear, counts, too. I want to ride on soon. <much> A lot <some> Some <little> Not much I want to throw nothing away. <much> A lot <some> Some <little> Not much Print what I ticked",
    },
    "figures.md": {
        "": "# Every figure People whom the source counted Up to so many more, or the most that the source names Benefits have round marks, risks square ones.",
        " > Patch: benefits 1": "<benefit> **About 85 to 90 in 100 patches hold.** It costs little, and in one summer about 85 to 90 in 100 patches hold. *Who:* The patches <treatments/patch.md> of one club. *Over what time:* One summer. *How sure:* Not told. A club 1998 <base-source.md#leaflet-1998-patch>",
        " > Patch: other figures 1": "**5 to 10 minutes.** Let the glue dry for 5 to 10 minutes. *Who:* Glue of any kind. *Over what time:* Not told. *How sure:* Not told. A club 1998 <base-source.md#leaflet-1998-glue>",
    },
    "not-said.md": {
        "": "# What is not said",
        "no-source": "What no source that we read says:",
        "no-source > Sealant 1": "No source says how long the fluid lasts in heat. *Who may know:* A maker of it.",
        "base-leaves-out": "What only one source leaves out, that of 1998:",
        "base-leaves-out > Patch 1": "The leaflet does not say when a tire is too old. *Who may know:* A shop.",
    },
    "after.md": {
        "": "# Afterwards",
        " > Sealant": "- Spots on the frame are usual. [1] More on its page: sealant <treatments/sealant.md>",
        " > Words and sources": "The magazine 2015: A test of sealants <sources.md#test-2015>. Read it <https://example.org/sealants>",
    },
    "base-source.md": {
        "": "# The leaflet, line by line",
        "leaflet-1998": "A leaflet on tires: A club. Year: 1998. Kind: leaflet.",
        "leaflet-1998 > Page 1 3": "Sentence 1 Where to look. - Look for the cause before you mend the tire. - *Tire:* The rubber ring around a wheel. Sentence 2. - Small holes can be mended. - The club mends before it changes. - It costs little, and in one summer about 85 to 90 in 100 patches hold. - The glue takes time to dry. Sentence 3. - Let the glue dry for 5 to 10 minutes.",
        "leaflet-1998 > Since then 2": "- *Today:* Some kinds stick without glue. A shop <sources.md#shop> - *Limited since:* Cold air makes the glue slow. The magazine 2015 <sources.md#test-2015>",
        "leaflet-1998 > Page 2 2": "Sentence 1. - A whole inner tube works for a hole of any size. - The wheel must come off for it. - The work is soon done, in 20 minutes or less. - The old one is thrown away. Sentence 2. - *Left out:* Prices of that year.",
    },
    "all-results.md": {
        "": "# All results Small hole Large hole No hole seen At home On the way At home On the way Small hole Large hole, at home Large hole, on the way Where are you? No hole, at home No hole, on the way Where are you? How large is it? Small hole: Put on a piece, New tube. Large hole, at home: New tube. Large hole, on the way: Sealant. No hole, at home: Put on a piece, New tube. No hole, on the way: Sealant. | Answers | Result | Options | Initials | |---|---|---|---| | Small hole | Your hole is small <decision-guide/index.md#mend> | **Usually discussed first:** Put on a piece **For some people:** New tube (If: You have one at hand) | | | Large hole → At home | Your hole is large, and you are at home <decision-guide/index.md#change> | **Usually discussed first:** New tube | | | Large hole → On the way | Your hole is large, and you are on the way <decision-guide/index.md#seal> | **For some people:** Sealant **Usually not for this case:** New tube | | | No hole seen → At home | You see no hole, and you are at home <decision-guide/index.md#soak> | **For some people:** Put on a piece (If: The water shows the hole); New tube | | | No hole seen → On the way | You see no hole, and you are on the way <decision-guide/index.md#pump> | **For some people:** Sealant **Usually not for this case:** New tube | | Asked in every result Answer What it adds Is it raining? Dry Nothing Rain Put on a piece: Usually not for this case; Sealant: For some people Do you carry a load? No load Nothing Heavy load New tube: Usually discussed first; Put on a piece: For some people",
        " > Patch 1": "In 1998 Let the glue dry for 5 to 10 minutes. [1] Today: - Some kinds stick without glue. [2] Limited since: - Cold air makes the glue slow. [3]",
        " > Words and sources": "A club 1998: A leaflet on tires <base-source.md#leaflet-1998>. A shop: Advice of a shop <sources.md#shop>. The magazine 2015: A test of sealants <sources.md#test-2015>. Read it <https://example.org/sealants>",
    },
    "about.md": {
        "": "# About this guide",
        "for": "Who this guide is for: Your tire <#word--tire> is flat. **Who it is not for:** People whose wheel is bent.",
        "who": "Who made it: - A rider. Nobody has checked this guide. Nobody paid for it. The rider sells nothing.",
        "evidence": "How the evidence was found: The rider read a leaflet. The leaflet is old.",
        "updates": "How it is kept current: It is read again now and then. Last checked: 2024-01-31. Next check: 2024-02-29.",
        "not-done": "What has not been done: - No shop has tested it. - Nobody else has reviewed this guide yet. ## A list of what makes a guide clear",
        "not-done > People 1 of 2 met; 1 need people": "**Met.** It says who made it. *What shows it:* guide.authors **Needs people.** Riders have tested it.",
        "not-done > Words and sources": "tire The rubber ring around a wheel.",
    },
    "changes.md": {
        "": "# Changes ## 2024-01-31 { data-search-exclude } - First edition.",
    },
    "easy-read.md": {
        "": "# In short Mending a bicycle tire. Checked 2024-01-31. Edition <edition>. Name Telephone, by day and by night",
        "what": "What it is: - Small holes can be mended.",
        "options": "Options: Not all of these fit you. Ask which ones may. - **Put on a piece.** A glued piece of rubber - **New tube.** The inner tube is changed as a whole. - **Sealant.** A fluid that closes the hole from inside.",
        "ambulance": "Emergency now: **Call 112.** 112: the Netherlands. Elsewhere: the number of your own country. - Someone who fell on the head must not get up.",
        "call": "Call now: By day or night. - After a fall on the head: call, day or night. - **You fell.** Someone who fell and is sore should not ride on. - **Air hisses out.** Stop and get down when air hisses out.",
        "ask": "Questions to ask: 1. Where can I find a dry place?",
    },
    "glossary.md": {
        "": "# Glossary I <#letter--i> T <#letter--t>",
        "inner-tube": "inner tube: The ring inside a tire that holds the air. Say it: INN-er toob. Also called: IT.",
        "tire": "tire: The rubber ring around a wheel.",
    },
    "index.md": {
        "": "# Your tire is flat There is more than one way to mend a tire <#word--tire>. Drawn for this guide. [1] [2] <#door--guide> Find my options Answer some questions <decision-guide/index.md> <#door--treatments> Read about an option Or compare two to four <treatments/index.md> <#door--unwell> Something is wrong When to call, and whom <feeling-unwell.md> <#door--visit> Get ready to ask Questions to take along <my-appointment.md> - Look for the cause before you mend the tire. [1] The rider has one rule. See also all results <all-results.md>.",
        " > Words and sources": "tire The rubber ring around a wheel. A club 1998: A leaflet on tires <base-source.md#leaflet-1998>. A shop: Advice of a shop <sources.md#shop>.",
    },
    "offline.md": {
        "": "# Take it along **tire-guide.zip.** The whole site in a folder, with search. **tire-guide.html.** The whole guide in one file, to mail or to print.",
    },
    "sources.md": {
        "": "# Sources A hole shows under water. A club 1998 <base-source.md#leaflet-1998-hole>",
        " > A 2": "**A magazine**, 2015. A test of sealants <https://example.org/sealants> (test). Used on: Afterwards <after.md>, All results <all-results.md>, Decision guide <decision-guide/index.md>, Something is wrong <feeling-unwell.md>, Sealant <treatments/sealant.md> **A shop**, undated. Advice of a shop (advice). Used on: All results <all-results.md>, Decision guide <decision-guide/index.md>, Something is wrong <feeling-unwell.md>, Your tire is flat <index.md>, New tube <treatments/new-tube.md>, Patch <treatments/patch.md>, Sealant <treatments/sealant.md>",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def markdown(tiny: Content) -> dict[str, str]:
    return {path: page.markdown for path, page in render(Site(tiny)).items()}


@pytest.fixture(scope="module")
def found(markdown: dict[str, str]) -> Places:
    return {path: places(text) for path, text in markdown.items()}


@pytest.mark.parametrize(("page", "place"), [(page, id) for page, told in PLACES.items() for id in told])
def test_this_stands_here_and_nothing_else(found: Places, page: str, place: str) -> None:
    assert found[page].get(place, "").split() == PLACES[page][place].split(), f"{page}#{place}"


@pytest.mark.parametrize("page", PLACES)
def test_no_other_place_stands_on_a_page_and_all_stand_in_this_order(found: Places, page: str) -> None:
    assert [place for place, said in found[page].items() if said] == [*filter(PLACES[page].get, PLACES[page])]


def test_what_a_newer_statement_has_replaced_is_told_as_of_then(tiny: Content) -> None:
    patch = tiny.records.treatments["patch"].model_copy(update={"was": []})
    records = tiny.records.model_copy(update={"treatments": {**tiny.records.treatments, "patch": patch}})
    content = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, records=records))
    told = places(render(Site(content))["treatments/patch.md"].markdown)
    assert told["patch--day"] == "How it is done: Some kinds stick without glue. [2]"
    assert told.get("patch--questions > What was said in 1998", "").startswith(
        "Let the glue dry for 5 to 10 minutes. [1]"
    )


# What is read aloud where its words are not seen, each once, in its order; sources are held below.
ALOUD = {
    "all-results.md": ["The whole guide as one picture", "All answers and results"],
    "decision-guide/index.md": ["The whole guide as one picture", "Change: Is the hole small?", "Compare Put on a piece", "Compare New tube", "Compare Sealant", "Change: Are you at home?"],
    "feeling-unwell.md": ["Find your sign"],
    "glossary.md": ["A to Z"],
    "index.md": ["A wheel from the side.", "Ways in"],
    "my-appointment.md": ["Contents", "My own questions"],
    "treatments/new-tube.md": ["On this page", "The ring inside is changed."],
    "treatments/patch.md": ["On this page", "A patch covers the spot with the hole."],
    "treatments/sealant.md": ["On this page"],
}  # fmt: skip


def test_this_is_read_aloud_and_nothing_else(markdown: dict[str, str]) -> None:
    said = {page: re.findall(r' aria-label="((?!Source: )[^"]*)"', text) for page, text in markdown.items()}
    assert {page: list(dict.fromkeys(found)) for page, found in said.items() if found} == ALOUD


def test_each_control_of_the_guide_is_read_aloud_as_what_it_does(markdown: dict[str, str]) -> None:
    text = markdown["decision-guide/index.md"]
    assert set(re.findall(r' href="#([\w-]+)" aria-label="([^"]+)"', text)) == {
        ("start", "Change: Is the hole small?"),
        ("large-where", "Change: Are you at home?"),
        ("slow-where", "Change: Are you at home?"),
    }
    assert set(re.findall(r' name="pick" value="([\w-]+)" aria-label="([^"]+)"', text)) == {
        ("patch", "Compare Put on a piece"),
        ("new-tube", "Compare New tube"),
        ("sealant", "Compare Sealant"),
    }


def test_a_source_is_read_aloud_by_its_name_and_number(markdown: dict[str, str]) -> None:
    cites = re.findall(
        r'\(#s--(\d+)\)\{ [^}]*data-number="(\d+)" aria-label="([^"]+)"', markdown["all-results.md"]
    )
    assert cites == [
        ("1", "1", "Source: A club 1998 (1)"),
        ("2", "2", "Source: A shop (2)"),
        ("3", "3", "Source: The magazine 2015 (3)"),
    ]


@pytest.mark.parametrize("page", ["all-results.md", "decision-guide/index.md"])
def test_a_question_heads_the_rows_of_its_answers(markdown: dict[str, str], page: str) -> None:
    table = markdown[page].partition('<table class="adding-table">')[2].partition("</table>")[0]
    assert re.findall(r"<th ([^>]+)>([^<]+)<", table) == [
        ('scope="col"', "Asked in every result"),
        ('scope="col"', "Answer"),
        ('scope="col"', "What it adds"),
        ('scope="rowgroup" rowspan="2"', "Is it raining?"),
        ('scope="rowgroup" rowspan="2"', "Do you carry a load?"),
    ]


def test_one_answer_to_a_wish_or_question_clears_no_other(markdown: dict[str, str]) -> None:
    wishes, adding = (
        re.findall(r'type="radio" name="([\w-]+)" value="([\w-]+)"', markdown[page])
        for page in ("my-appointment.md", "decision-guide/index.md")
    )
    levels = ("much", "some", "little")
    assert wishes == [(f"value--{id}", level) for id in ("value-soon", "value-waste") for level in levels]
    assert [name for name, _ in adding] == ["weather", "weather", "load", "load"]


def test_the_table_of_all_options_keeps_the_main_benefit_and_the_main_risk(markdown: dict[str, str]) -> None:
    text = markdown["treatments/index.md"]
    rows = re.findall(r'<div class="cell always[^>]*>(?:<span class="of".*?<b class="row">)?([^<]+)<', text)
    assert rows == ["Main benefit", "Main risk"] * 4  # the headings, then each option


def test_files_to_take_along_stand_in_this_order_each_with_its_size(tiny: Content) -> None:
    files = (
        {"name": f"tire-guide.{end}", "size": f"{end} MB", "sha256": end * 2}
        for end in ("html", "pdf", "zip")
    )
    pages = render(Site(tiny, bundles=tuple(files)))
    told = places(pages["offline.md"].markdown)
    assert told["keep"].partition("Remove it from this phone ")[2] == (
        "tire-guide.zip, January 31, 2024 <tire-guide.zip> (zip MB) The whole site in a folder, with search. "
        "tire-guide.html, January 31, 2024 <tire-guide.html> (html MB) The whole guide in one file, to mail or to print. "
        "tire-guide.pdf, January 31, 2024 <tire-guide.pdf> (pdf MB) A booklet to print and hand out."
    )
    assert (
        told["keep > Checksums"] == "tire-guide.zip: zipzip tire-guide.pdf: pdfpdf tire-guide.html: htmlhtml"
    )


def test_a_link_says_whether_it_holds_answers_before_it_is_shared(tiny: Content) -> None:
    file = {"name": "tire-guide.zip", "size": "1 MB", "sha256": "0"}
    pages = render(Site(tiny, bundles=(file,)))
    links = re.compile(
        r'<li( class="own" hidden)?>(?:<span>(.*?)</span> )?<a href="./">(.*?)</a>.*? aria-label="(.*?)"'
    )
    shared = {
        page: links.findall(pages[page].markdown)
        for page in ("decision-guide/index.md", "treatments/patch.md")
    }
    assert shared == {
        "decision-guide/index.md": [
            (' class="own" hidden', "This link holds your answers. Whoever has it can see them.", "Link with my answers", "Copy: Link with my answers"),
            ("", "This link holds no answers. It opens the first question.", "Link without my answers", "Copy: Link without my answers"),
        ],
        "treatments/patch.md": [("", "", "Link to this page", "Copy: Link to this page")],
    }  # fmt: skip


def _with(tiny: Content, **sets: object) -> dict[str, Places]:
    """Return the places of the pages of the small guide with other records."""
    records = tiny.records.model_copy(update=sets)
    content = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, records=records))
    return {path: places(page.markdown) for path, page in render(Site(content)).items()}


def _folds(places: Places, page: str, begin: str = "") -> list[str]:
    """Return the headings of the folds of a page, in their order."""
    found = [place.partition(" > ")[2] for place in places[page] if " > " in place]
    return [heading for heading in found if re.match(begin, heading)]


def _sources(tiny: Content, *made: tuple[str, str]) -> dict[str, object]:
    """Return the sources of the small guide with more of them, each by its maker and title."""
    shop = tiny.records.sources["shop"]
    more = {
        f"more-{at}": shop.model_copy(update={"by": by, "title": title})
        for at, (by, title) in enumerate(made)
    }
    return {**tiny.records.sources, **more}


def test_sources_of_one_maker_stand_by_their_titles_whatever_the_capitals(tiny: Content) -> None:
    made = [
        ("B shop", "Zinc"),
        ("b shop", "air"),
        ("a club", "Wheels"),
        ("B shop", "Brakes"),
        ("A club", "air"),
    ]
    told = _with(tiny, sources=_sources(tiny, *made))["sources.md"]
    assert [re.findall(r"\*\*(.+?)\*\*, \w+. (.+?) \(", said) for said in told.values()][1:] == [
        [("A club", "air"), ("a club", "Wheels"), ("A magazine", "A test of sealants <https://example.org/sealants>"), ("A shop", "Advice of a shop")],
        [("b shop", "air"), ("B shop", "Brakes"), ("B shop", "Zinc")],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("letters", "folds"),
    [
        ("abcdefghijklmn", ["C 14"]),
        ("abcdefghijklmno", ["C Ca to Ch 8", "C Ci to Co 7"]),
        ("abcdefghijklmnopqrstuvwxyzäöü", ["C Ca to Cj 10", "C Ck to Ct 10", "C Cu to Cü 9"]),
    ],
)
def test_a_long_letter_is_told_in_parts_each_by_its_first_and_last_maker(
    tiny: Content, letters: str, folds: list[str]
) -> None:
    told = _with(tiny, sources=_sources(tiny, *((f"C{letter}", "Air") for letter in letters)))
    assert _folds(told, "sources.md") == ["A 2", *folds]


@pytest.mark.parametrize(("more", "folds"), [(5, ["7"]), (6, ["1 to 7", "8"]), (7, ["1 to 7", "8 to 9"])])
def test_a_part_of_a_long_list_says_which_ones_it_holds(tiny: Content, more: int, folds: list[str]) -> None:
    """One alone is told by its number: it is no run."""
    drying = tiny.records.figures["drying-time"]
    figures = {"drying-time": drying} | {f"more-{at}": drying for at in range(more + 1)}
    say = Text(" ".join(f"[][{id}]" for id in figures))
    claims = {
        **tiny.records.claims,
        "patch-holds": tiny.records.claims["patch-holds"].model_copy(update={"say": say, "short": None}),
    }
    told = _with(tiny, figures=figures, claims=claims)
    assert [fold.rpartition(": ")[2].split(" ", 1)[-1] for fold in _folds(told, "figures.md")] == folds


@pytest.mark.parametrize(
    ("more", "folds"),
    [
        (21, ["Words and sources"]),
        (22, ["Words and sources", "Words 1", "Sources 24"]),
        (23, ["Words and sources", "Words 1", "Sources 1 to 24", "Sources 25"]),
        (24, ["Words and sources", "Words 1", "Sources 1 to 24", "Sources 25 to 26"]),
    ],
)
def test_more_words_and_sources_than_fit_a_fold_stand_in_folds_of_their_own(
    tiny: Content, more: int, folds: list[str]
) -> None:
    names = [f"more-{at}" for at in range(more)]
    cause = tiny.records.claims["find-the-cause"]
    claims = {
        **tiny.records.claims,
        "find-the-cause": cause.model_copy(update={"from_": [*cause.from_, *names]}),
    }
    told = _with(tiny, claims=claims, sources=_sources(tiny, *((f"C{at}", "Air") for at in range(more))))
    assert _folds(told, "treatments/patch.md", "Words|Sources") == folds
    whole = " ".join(told["treatments/patch.md"].values())
    assert re.findall(r"C\d+: Air", whole) == [f"C{at}: Air" for at in range(more)]


@pytest.mark.parametrize(("asks", "more"), [(6, 0), (7, 1), (9, 3)])
def test_six_questions_stand_open_and_the_others_in_a_fold(tiny: Content, asks: int, more: int) -> None:
    ask = tiny.records.asks["which-hole"]
    named = {f"ask-{at}": ask.model_copy(update={"ask": f"Is it {at}?"}) for at in "abcdefghi"[:asks]}
    patch = tiny.records.treatments["patch"].model_copy(update={"questions": [*named]})
    treatments = {**tiny.records.treatments, "patch": patch}
    told = _with(tiny, asks={**tiny.records.asks, **named}, treatments=treatments)["treatments/patch.md"]
    open_, fold = (
        told["patch--questions"],
        told.get(f"patch--questions > More on “Questions to ask” ({more})", ""),
    )
    assert re.findall(r"Is it \w", open_) == [f"Is it {at}" for at in "abcdef"]
    assert re.findall(r"Is it \w", fold) == [f"Is it {at}" for at in "ghi"[:more]]
    assert ("More on" in " ".join(told)) == bool(more)


def test_what_stays_possible_and_an_answer_that_adds_nothing_are_told(tiny: Content) -> None:
    outcomes = tiny.records.outcomes
    fewer = outcomes["pump"].model_copy(update={"options": outcomes["soak"].options[:1]})
    told = _with(tiny, outcomes={**outcomes, "pump": fewer})["decision-guide/index.md"]
    assert told["slow-where--always"] == "Possible whatever the answer: Put on a piece"
    assert told["slow-where--depends"].startswith(
        "What each answer would add: Yes, I am. This would add: New tube. <#soak> Go on with this answer: Yes, I am "
        "No, I am on the way. This would add nothing. <#pump>"
    )


def test_of_two_that_replace_a_statement_the_first_is_told(tiny: Content) -> None:
    cold = tiny.records.claims["glue-cold"].model_copy(update={"limits": [], "replaces": ["glue-then"]})
    records = tiny.records.model_copy(update={"claims": {**tiny.records.claims, "glue-cold": cold}})
    site = Site(dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, records=records)))
    assert site.statements.newest("glue-then") == ("glue-now", "glue-cold")
    assert site.today("glue-then").id == "glue-now"


def test_a_caution_is_not_called_nothing_where_no_option_is_added(tiny: Content) -> None:
    weather = tiny.records.questions["weather"]
    rain = weather.answers["rain"].model_copy(update={"adds": []})
    asked = weather.model_copy(update={"answers": {**weather.answers, "rain": rain}})
    told = _with(tiny, questions={**tiny.records.questions, "weather": asked})["decision-guide/index.md"]
    assert (
        "<weather-rain> You chose Rain. Wet brakes take longer to stop you. <load-light>"
        in told["narrowing > Know more? Fit the list to you"]
    )


def test_options_that_do_not_stand_open_are_one_tap_away_in_their_group(
    tiny: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guide, "SHOWN", 1)
    markdown = render(Site(tiny))["decision-guide/index.md"].markdown
    assert {"o--1-first-1", "o--1-some-more-1"} <= {*places(markdown)}  # both groups are counted together
    told = [place for place in places(markdown) if place.startswith(("o--4", "soak--some"))]
    last = "o--4-some-moved-1"
    assert told == ["soak--some", "o--4-some-1", last, f"{last} > And 1 more", "o--4-some-more-1"]
    row = markdown.partition("{ #o--4-some-more-1 }")[0].rpartition("<article ")[2]
    assert 'data-option="new-tube" data-copy="new-tube-some-any-own"' in row and "[New tube]" in row


def test_the_newest_change_stands_first(tiny: Content) -> None:
    days = ("2024-01-31", "2024-02-01", "2024-02-01")
    changes = [Change(on=day, what=f"Change {number}.") for number, day in enumerate(days, 1)]
    told = _with(tiny, changes=changes)["changes.md"][""]
    assert (
        told
        == "# Changes ## 2024-02-01 { data-search-exclude } - Change 2. - Change 3. ## 2024-01-31 { data-search-exclude } - Change 1."
    )


def test_two_newer_statements_stand_open_and_the_others_in_a_fold(tiny: Content) -> None:
    claims = tiny.records.claims
    newer = {
        id: claims[id].model_copy(update={"limits": ["glue-then"]}) for id in ("rain-and-glue", "wet-brakes")
    }
    told = _with(tiny, claims={**claims, **newer})["all-results.md"]
    assert told[" > Patch 1"].endswith(
        "Limited since: - Glue does not hold on wet rubber. [2] - Wet brakes take longer to stop you. [2]"
    )
    assert told[" > 1 more: Limited since:"] == "- Cold air makes the glue slow. [3]"


@pytest.mark.parametrize(
    "page", ["decision-guide/index.md", "figures.md", "treatments/index.md", "treatments/patch.md"]
)
def test_eighty_five_people_are_drawn_full_five_ringed_and_ten_empty(
    markdown: dict[str, str], page: str
) -> None:
    drawn = re.findall(r'<path class="(\w+)" d="([^"]+)"', markdown[page].replace("M2 5h6M12 5h6", ""))
    counted = [
        (form, sum(int(long or 0) // 10 + 1 for long in re.findall(r"h(\d*)\.01", d))) for form, d in drawn
    ]
    assert counted == [("full", 85), ("ringed", 5), ("empty", 10)]
